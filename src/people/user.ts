/** From what one may do least to what one may do most; `lead` leads the teams that they are a member of. */
export const userRoles = ['analyst', 'lead', 'manager', 'operator'] as const;
export type UserRole = (typeof userRoles)[number];

/** Somebody who may sign in. */
export interface User {
  id: number;
  name: string;
  email: string;
  role: UserRole;
  /** Keys of the teams that they are a member of. */
  teams: string[];
  hasPassword: boolean;
  createdAt: Date;
  /** Null for whoever may sign in. */
  disabledAt: Date | null;
}

/** Who does something: for the history of a case and the audit trail. */
export interface Actor {
  /** Null for the terminal, and for whoever came by its one-time link. */
  userId: number | null;
  name: string;
}
