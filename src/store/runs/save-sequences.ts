import type { FoundSequence } from '../../types.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from './insert-rows.ts';

const columns: Column<FoundSequence>[] = [
  ['first_category', 'text', ({ first }) => first],
  ['then_category', 'text', ({ then }) => then],
  ['within_days', 'int', ({ withinDays }) => withinDays],
  ['customers', 'int', ({ customers }) => customers],
  ['expected', 'float8', ({ expected }) => expected],
  ['p', 'float8', ({ p }) => p],
  ['q', 'float8', ({ q }) => q],
  ['examples', 'jsonb', ({ examples }) => JSON.stringify(examples)],
];

/** Saves what follows what by a run, all or nothing. */
export async function saveSequences(db: Database, runId: number, sequences: FoundSequence[]): Promise<void> {
  await db.transaction((tx) => insertRows(tx, runId, sequences, { table: 'sequences', columns }));
}
