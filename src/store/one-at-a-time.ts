import type { Database } from './database.ts';

/** What only one process of those that share a database does at a time, each by a number that all of them agree on. */
const turns = {
  sweep: 431001,
  refresh: 431002,
  night: 431003,
  'due nights': 431004,
  retention: 431010,
  mailing: 431005,
  'spot checks': 431050,
  'routing lessons': 431051,
  reanalyse: 431060,
} as const;

/** What this process is at, by database. */
const underWay = new WeakMap<Database, Set<string>>();

/**
 * Does the work unless this process, or another that shares the database, is doing it now. The lock belongs to a
 * transaction that does nothing else, so it goes with the process that holds it, however that ends.
 * @returns what the work gave, or null where somebody was at it.
 */
export async function oneAtATime<T>(db: Database, turn: keyof typeof turns, work: () => Promise<T>): Promise<T | null> {
  const here = underWay.get(db) ?? new Set();
  underWay.set(db, here);
  if (here.has(turn)) return null;
  here.add(turn);
  try {
    // The embedded database belongs to one process, and lends its only session to a transaction.
    return db.engine === 'pglite' ? await work() : await locked(db, turns[turn], work);
  } finally {
    here.delete(turn);
  }
}

function locked<T>(db: Database, turn: number, work: () => Promise<T>): Promise<T | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [turn]);
    return row?.mine ? work() : null;
  });
}
