import type { Database } from './database.ts';

/** What only one process of those that share a database does at a time, each by a number that all of them agree on. */
const turns = { sweep: 431001, refresh: 431002, 'spot checks': 431050 } as const;

/**
 * Does the work unless another process that shares the database is doing it now. The lock belongs to a transaction that
 * does nothing else, so it goes with the process that holds it, however that ends.
 * @returns what the work gave, or null where another was at it.
 */
export async function oneAtATime<T>(db: Database, turn: keyof typeof turns, work: () => Promise<T>): Promise<T | null> {
  // The embedded database belongs to one process, and lends its only session to a transaction.
  if (db.engine === 'pglite') return work();
  return db.transaction(async (tx) => {
    const [row] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [turns[turn]]);
    return row?.mine ? work() : null;
  });
}
