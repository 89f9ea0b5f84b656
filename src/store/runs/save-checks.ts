import type { RelationCheck } from '../../types.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from './insert-rows.ts';

const columns: Column<RelationCheck>[] = [
  ['antecedent', 'text', ({ antecedent }) => antecedent],
  ['consequent', 'text', ({ consequent }) => consequent],
  ['field', 'text', ({ field }) => field],
  ['strata', 'int', ({ strata }) => strata],
  ['verdict', 'text', ({ verdict }) => verdict],
  ['pooled', 'float8', ({ pooled }) => pooled],
  ['odds_ratio', 'float8', ({ oddsRatio }) => oddsRatio],
  ['lower_bound', 'float8', ({ lower }) => lower],
  ['upper_bound', 'float8', ({ upper }) => upper],
  ['p', 'float8', ({ p }) => p],
];

/** Saves what became of a run's relations within coded fields, all or nothing. */
export async function saveChecks(db: Database, runId: number, checks: RelationCheck[]): Promise<void> {
  await db.transaction((tx) => insertRows(tx, runId, checks, { table: 'relation_checks', columns }));
}
