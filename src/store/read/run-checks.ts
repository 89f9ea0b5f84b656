import type { Relation, RelationCheck, Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from './row-of.ts';

/** What became of a run's relations within coded fields, by pair. @returns a function that finds those of one. */
export async function runChecks(
  db: Queryable,
  run: Pick<Run, 'id'>,
): Promise<(relation: Pick<Relation, 'antecedent' | 'consequent'>) => RelationCheck[]> {
  const checks = await db.query<RowOf<RelationCheck>>(
    `select antecedent, consequent, field, strata, verdict, pooled, odds_ratio as "oddsRatio", lower_bound as lower,
       upper_bound as upper, p
     from relation_checks where run_id = $1 order by field collate "C"`,
    [run.id],
  );
  const key = ({ antecedent, consequent }: Pick<Relation, 'antecedent' | 'consequent'>) =>
    `${antecedent}\u0000${consequent}`;
  const byPair = new Map<string, RelationCheck[]>();
  for (const check of checks) byPair.set(key(check), [...(byPair.get(key(check)) ?? []), check]);
  return (relation) => byPair.get(key(relation)) ?? [];
}
