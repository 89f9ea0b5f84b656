import type { User } from '../../people/user.ts';
import type { AuditEvent } from '../../store/audit/list-audit-events.ts';
import type { UserAction } from '../../store/people/act-on-user.ts';

/** A line of the audit trail as programs read it. */
export type AuditLine = Omit<AuditEvent, 'at'> & { at: string };

/** A user as programs read it; `teams` are names or keys of departments. */
export type ListedUser = Omit<User, 'createdAt' | 'disabledAt'> & { createdAt: string; disabledAt: string | null };

/** What the commands ask about people, of the store itself or of the server that holds it. */
export interface PeopleEngine {
  users(): Promise<ListedUser[]>;
  /** @returns the id, and the link by which the person chooses a password. @throws Error that says what is wrong. */
  add(given: { name: string; email: string; role: string }): Promise<{ id: number; link: string }>;
  /** @returns a new link where one was made. @throws Error that says what is wrong. */
  act(id: number, action: UserAction): Promise<string | null>;
  /** The audit trail, the latest first. */
  audit(filter: { from?: string; to?: string; subject?: string }): AsyncIterable<AuditLine>;
}
