import type { Database } from '../database.ts';

/**
 * Sends what was given up once more, and what waits for its next attempt at once; its destination is asked without
 * regard to earlier failures. The keys stay, so that what did arrive after all is known to the receiver.
 * @returns how many wait now.
 */
export function replayDeliveries(db: Database, ids: number[] | 'all', now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ destination: string }>(
      `update deliveries set state = 'waiting', attempts = 0, turn = turn + 1, next_at = $2, leased_until = null, changed_at = $2
       where state in ('dead', 'failed') and ($1::bigint[] is null or id = any($1::bigint[])) returning destination`,
      [ids === 'all' ? null : ids, now],
    );
    await tx.query('update delivery_circuits set failures = 0, open_until = null where destination = any($1::text[])', [
      [...new Set(rows.map(({ destination }) => destination))],
    ]);
    return rows.length;
  });
}
