import type { Relation, Run } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** The relations that a mining run found, the strongest lower bound first; the first `limit` of them, or all. */
export async function runRelations(db: Queryable, run: Run, limit: number | null = null): Promise<Relation[]> {
  const rows = await db.query<Omit<Relation, 'documents'>>(
    `select antecedent, consequent, antecedent_count as "antecedentCount", consequent_count as "consequentCount",
       observed, expected, lift, lower_bound as lower, upper_bound as upper, p, q, sentiment
     from relations where run_id = $1 order by lower_bound desc, observed desc, antecedent, consequent limit $2`,
    [run.id, limit],
  );
  return rows.map((row) => ({ ...row, documents: run.documents }));
}
