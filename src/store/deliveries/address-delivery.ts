import type { Database } from '../database.ts';
import type { TakenDelivery } from './delivery.ts';

/**
 * Puts a delivery for each of the people in the place of one for a team, all or nothing. Their keys carry their numbers
 * and not their addresses, since keys are shown and logged.
 */
export function addressDelivery(
  db: Database,
  { id, turn }: TakenDelivery,
  people: readonly { userId: number; email: string }[],
  now: Date,
): Promise<void> {
  return db.transaction(async (tx) => {
    await tx.query(
      `insert into deliveries (key, destination, case_id, event_id, happening, recipient, next_at, created_at, changed_at)
       select d.key || '/user-' || p.user_id, d.destination, d.case_id, d.event_id, d.happening, p.email, $4, d.created_at, $4
       from deliveries d, unnest($2::bigint[], $3::text[]) as p(user_id, email) where d.id = $1
       order by p.user_id
       on conflict (key) do nothing`,
      [id, people.map(({ userId }) => userId), people.map(({ email }) => email), now],
    );
    await tx.query(
      `update deliveries set state = 'sent', reason = null, leased_until = null, changed_at = $3,
         reference = 'addressed to ' || $4 || ' people' where id = $1 and turn = $2`,
      [id, turn, now, String(people.length)],
    );
  });
}
