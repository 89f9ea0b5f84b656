import { type Static, Type } from '@sinclair/typebox';
import { type UserRole, userRoles } from '../../src/people/user.ts';
import { nullable } from './shared.ts';

export const RoleSchema = Type.Unsafe<UserRole>({ type: 'string', enum: [...userRoles] });

export const UserRow = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  email: Type.String(),
  role: RoleSchema,
  /** Names of their departments. */
  teams: Type.Array(Type.String()),
  hasPassword: Type.Boolean(),
  createdAt: Type.String(),
  disabledAt: nullable(Type.String()),
});
export type UserRow = Static<typeof UserRow>;

/** Everybody who may sign in, or might once. */
export const Users = Type.Object({
  users: Type.Array(UserRow),
  /** The link that was just made, and for whom; the only time that it is shown. */
  invited: nullable(Type.Object({ name: Type.String(), link: Type.String() })),
});
export type Users = Static<typeof Users>;

export const AuditRow = Type.Object({
  id: Type.Integer(),
  at: Type.String(),
  userId: nullable(Type.Integer()),
  actor: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  detail: Type.Record(Type.String(), Type.Unknown()),
});
export type AuditRow = Static<typeof AuditRow>;

/** Who did what, the latest first. */
export const Audit = Type.Object({
  events: Type.Array(AuditRow),
  next: nullable(Type.String()),
  form: Type.Object({
    action: Type.String(),
    subject: Type.String(),
    person: nullable(Type.Integer()),
    from: Type.String(),
    to: Type.String(),
    actions: Type.Array(Type.String()),
    people: Type.Array(Type.Object({ id: Type.Integer(), name: Type.String() })),
  }),
});
export type Audit = Static<typeof Audit>;
