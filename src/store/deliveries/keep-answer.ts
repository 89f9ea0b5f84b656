import type { Payload } from '../../deliver/parcel.ts';
import type { Database } from '../database.ts';
import type { TakenDelivery } from './delivery.ts';
import { keepPayload } from './keep-payload.ts';

/**
 * Keeps a mail to a customer, unless the address has had as many of the kind as it may within 24 hours. Two that are
 * made for one address at the same time wait for each other. @returns null where it has.
 */
export function keepAnswer(
  db: Database,
  taken: TakenDelivery,
  { recipient, payload, mostADay }: { recipient: string; payload: Payload; mostADay: number },
  now: Date,
): Promise<Payload | null> {
  return db.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(hashtextextended('answers to ' || lower($1), 4310))", [recipient]);
    // Counted from the latest attempt, so that what an outage held back does not arrive all in one day; one that a
    // clock put into the future counts too.
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from deliveries where destination = $1 and happening = $2
         and lower(recipient) = lower($3) and id <> $4 and changed_at > $5::timestamptz - interval '24 hours'`,
      [taken.destination, taken.happening, recipient, taken.id, now],
    );
    if ((row?.count ?? 0) >= mostADay) return null;
    await tx.query('update deliveries set recipient = $2, changed_at = $3 where id = $1', [taken.id, recipient, now]);
    return keepPayload(tx, taken, payload);
  });
}
