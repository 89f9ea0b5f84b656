import { randomBytes } from 'node:crypto';
import type { Queryable } from '../database.ts';

/** Who gets the morning report by mail, since when, and for which day the last one was sent. */
export type Subscriber = { email: string; addedAt: Date; lastDay: string | null };

/** Everybody who gets the morning report by mail. */
export function listSubscribers(db: Queryable): Promise<Subscriber[]> {
  return db.query<Subscriber>(
    `select s.email, s.added_at as "addedAt",
       (select max(day) from report_mails m where m.email = s.email and m.state = 'sent') as "lastDay"
     from subscribers s order by s.email`,
  );
}

/** @returns whether the address is new. */
export async function addSubscriber(db: Queryable, email: string, now: Date): Promise<boolean> {
  const added = await db.query(
    'insert into subscribers (email, token, added_at) values (lower($1), $2, $3) on conflict do nothing returning email',
    [email.trim(), randomBytes(24).toString('base64url'), now],
  );
  return added.length > 0;
}

/** @returns whether the address was there. */
export async function removeSubscriber(db: Queryable, email: string): Promise<boolean> {
  const gone = await db.query('delete from subscribers where email = lower($1) returning email', [email.trim()]);
  return gone.length > 0;
}

/** The address that a link in a mail speaks of; null where it is subscribed no more. */
export async function findSubscriber(db: Queryable, token: string): Promise<string | null> {
  const [row] = await db.query<{ email: string }>('select email from subscribers where token = $1', [token]);
  return row?.email ?? null;
}
