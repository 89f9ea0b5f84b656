import type { Queryable } from '../database.ts';

/**
 * Waits until nobody else writes documents or their categories, and holds them back until the transaction ends: what is
 * read from here on is what will be changed. The same lock that the triggers on those tables take.
 */
export async function orderWrites(tx: Queryable): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(420431001)');
}
