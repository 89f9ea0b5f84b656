import type { Relation } from '../../types.ts';
import type { Database, Queryable } from '../database.ts';

const rowsAtOnce = 2000;

/** Saves the relations of a run, all or nothing. */
export async function saveRelations(db: Database, runId: number, relations: Relation[]): Promise<void> {
  await db.transaction(async (tx) => {
    for (let start = 0; start < relations.length; start += rowsAtOnce) {
      await insertRelations(tx, runId, relations.slice(start, start + rowsAtOnce));
    }
  });
}

async function insertRelations(tx: Queryable, runId: number, relations: Relation[]): Promise<void> {
  await tx.query(
    `insert into relations (run_id, antecedent, consequent, antecedent_count, consequent_count, observed, expected,
                            lift, lower_bound, upper_bound, p, q, sentiment)
     select $1::bigint, t.* from unnest($2::text[], $3::text[], $4::int[], $5::int[], $6::int[], $7::float8[],
       $8::float8[], $9::float8[], $10::float8[], $11::float8[], $12::float8[], $13::float8[]) as t`,
    [
      runId,
      relations.map(({ antecedent }) => antecedent),
      relations.map(({ consequent }) => consequent),
      relations.map(({ antecedentCount }) => antecedentCount),
      relations.map(({ consequentCount }) => consequentCount),
      relations.map(({ observed }) => observed),
      relations.map(({ expected }) => expected),
      relations.map(({ lift }) => lift),
      relations.map(({ lower }) => lower),
      relations.map(({ upper }) => upper),
      relations.map(({ p }) => p),
      relations.map(({ q }) => q),
      relations.map(({ sentiment }) => sentiment),
    ],
  );
}
