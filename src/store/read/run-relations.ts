import type { Relation, Run } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** The relations that a mining run found, the strongest lower bound first. */
export async function runRelations(db: Queryable, run: Run): Promise<Relation[]> {
  const rows = await db.query<Omit<Relation, 'documents'>>(
    `select antecedent, consequent, antecedent_count as "antecedentCount", consequent_count as "consequentCount",
       observed, expected, lift, lower_bound as lower, upper_bound as upper, p, q, sentiment
     from relations where run_id = $1 order by lower_bound desc, observed desc, antecedent, consequent`,
    [run.id],
  );
  return rows.map((row) => ({ ...row, documents: run.documents }));
}
