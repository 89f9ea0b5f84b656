import type { Findings } from '../../types/findings.ts';
import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** What a run found of a kind, in the run's order. */
export async function runFindings<Kind extends keyof Findings>(
  db: Queryable,
  run: Pick<Run, 'id'>,
  kind: Kind,
): Promise<Findings[Kind]> {
  const rows = await db.query<{ item: Findings[Kind][number] }>(
    'select item from findings where run_id = $1 and kind = $2 order by place',
    [run.id, kind],
  );
  return rows.map(({ item }) => item) as Findings[Kind];
}
