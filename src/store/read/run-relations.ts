import type { Relation, Run } from '../../types.ts';
import type { Queryable } from '../database.ts';

/**
 * The relations that a mining run found, the strongest lower bound first: all of them, or those of one category, or the
 * first `limit`.
 */
export async function runRelations(
  db: Queryable,
  run: Pick<Run, 'id' | 'documents'>,
  { category = null, limit = null }: { category?: string | null; limit?: number | null } = {},
): Promise<Relation[]> {
  const rows = await db.query<Omit<Relation, 'documents'>>(
    `select antecedent, consequent, antecedent_count as "antecedentCount", consequent_count as "consequentCount",
       observed, expected, lift, lower_bound as lower, upper_bound as upper, p, q, sentiment
     from relations where run_id = $1 and ($2::text is null or antecedent = $2::text or consequent = $2::text)
     order by lower_bound desc, observed desc, antecedent, consequent limit $3`,
    [run.id, category, limit],
  );
  return rows.map((row) => ({ ...row, documents: run.documents }));
}
