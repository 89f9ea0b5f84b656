import { checkPassword, checkUser } from '../../people/check-user.ts';
import { Refusal } from '../../people/refusal.ts';
import type { Actor, User } from '../../people/user.ts';
import { addAuditEvent } from '../audit/add-audit-event.ts';
import type { Database } from '../database.ts';
import { setDisabled, setPassword, setRole } from './change-user.ts';
import { findUser } from './find-user.ts';
import { createInvitation } from './invitations.ts';
import { hashPassword } from './password.ts';

export const userActions = ['disable', 'enable', 'role', 'invite', 'password'] as const;

/** What is done to a user: `role` and `password` say which. */
export interface UserAction {
  action: (typeof userActions)[number];
  role?: string;
  password?: string;
}

/**
 * Switches somebody off or on, gives them a role or a password, or a new link to choose one; the audit trail knows.
 * @returns the token of the new link, else null. @throws Refusal
 */
export async function actOnUser(
  db: Database,
  id: number,
  { action, role = '', password = '' }: UserAction,
  actor: Actor,
  now: Date,
): Promise<string | null> {
  const user = await findUser(db, id);
  if (!user) throw new Refusal(`There is no person ${id}. "npx earshot users list" shows who there is.`, 404);
  let token: string | null = null;
  if (action === 'disable') {
    if (id === actor.userId) throw new Refusal('Nobody can switch themselves off; ask another operator.', 409);
    await setDisabled(db, id, now);
  } else if (action === 'enable') await setDisabled(db, id, null);
  else if (action === 'role') await setRole(db, id, checkUser({ ...user, role }).role);
  else if (action === 'password') await changePassword(db, user, password);
  else token = await invite(db, user, now);
  const detail = action === 'role' ? { from: user.role, to: role } : {};
  await addAuditEvent(db, { actor, action: said[action], subject: `person ${id}`, detail }, now);
  return token;
}

const said: Record<UserAction['action'], string> = {
  disable: 'switched off',
  enable: 'switched on',
  role: 'gave another role',
  invite: 'invited',
  password: 'set a password',
};

async function changePassword(db: Database, { id, email }: User, password: string): Promise<void> {
  checkPassword(password, email);
  await setPassword(db, id, await hashPassword(password));
}

function invite(db: Database, { id, name, disabledAt }: User, now: Date): Promise<string> {
  if (disabledAt) throw new Refusal(`${name} is switched off; switch them on first.`, 409);
  return createInvitation(db, id, now);
}
