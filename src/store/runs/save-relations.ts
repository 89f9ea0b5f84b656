import type { Relation } from '../../types.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from './insert-rows.ts';

const columns: Column<Relation>[] = [
  ['antecedent', 'text', ({ antecedent }) => antecedent],
  ['consequent', 'text', ({ consequent }) => consequent],
  ['antecedent_count', 'int', ({ antecedentCount }) => antecedentCount],
  ['consequent_count', 'int', ({ consequentCount }) => consequentCount],
  ['observed', 'int', ({ observed }) => observed],
  ['expected', 'float8', ({ expected }) => expected],
  ['lift', 'float8', ({ lift }) => lift],
  ['lower_bound', 'float8', ({ lower }) => lower],
  ['upper_bound', 'float8', ({ upper }) => upper],
  ['p', 'float8', ({ p }) => p],
  ['q', 'float8', ({ q }) => q],
  ['sentiment', 'float8', ({ sentiment }) => sentiment],
];

/** Saves the relations of a run, all or nothing. */
export async function saveRelations(db: Database, runId: number, relations: Relation[]): Promise<void> {
  await db.transaction((tx) => insertRows(tx, runId, relations, { table: 'relations', columns }));
}
