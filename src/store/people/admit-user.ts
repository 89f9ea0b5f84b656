import { checkUser } from '../../people/check-user.ts';
import { Refusal } from '../../people/refusal.ts';
import type { Actor } from '../../people/user.ts';
import { addAuditEvent } from '../audit/add-audit-event.ts';
import type { Database } from '../database.ts';
import { addUser } from './add-user.ts';
import { createInvitation } from './invitations.ts';

/**
 * Adds somebody, and makes the token of the link by which they choose a password.
 * @throws Refusal where a field is wrong or the email is somebody else's.
 */
export function admitUser(
  db: Database,
  given: { name: string; email: string; role: string },
  actor: Actor,
  now: Date,
): Promise<{ id: number; token: string }> {
  const user = checkUser(given);
  return db.transaction(async (tx) => {
    const id = await addUser(tx, user, now);
    if (id === null) throw new Refusal(`Somebody with the email ${user.email} is here already.`, 409);
    const token = await createInvitation(tx, id, now);
    await addAuditEvent(tx, { actor, action: 'added', subject: `person ${id}`, detail: { ...user } }, now);
    return { id, token };
  });
}
