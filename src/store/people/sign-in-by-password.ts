import { addAuditEvent } from '../audit/add-audit-event.ts';
import type { Database } from '../database.ts';
import { createSession, type Session } from '../sign-in/create-session.ts';
import { findUser } from './find-user.ts';
import { verifyPassword } from './password.ts';
import { passwordHash } from './password-hash.ts';
import { addSignInFailure, countSignInFailures } from './sign-in-failures.ts';

/** Wrong passwords that an email may meet in a quarter of an hour, from whatever address they come. */
const mostFailures = 10;

/** A session for the right password; `wrong` for any other; `often` after too many of those. */
export async function signInByPassword(
  db: Database,
  { email, password }: { email: string; password: string },
  now: Date,
): Promise<(Session & { secret: string }) | 'wrong' | 'often'> {
  if ((await countSignInFailures(db, email, now)) >= mostFailures) return 'often';
  const found = await passwordHash(db, email);
  const isRight = await verifyPassword(password, found?.hash ?? null);
  const user = isRight && found ? await findUser(db, found.id) : null;
  if (!user) {
    await addSignInFailure(db, email, now);
    return 'wrong';
  }
  const actor = { userId: user.id, name: user.name };
  await addAuditEvent(db, { actor, action: 'signed in', subject: `person ${user.id}` }, now);
  return createSession(db, now, user.id);
}
