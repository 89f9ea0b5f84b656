import type { Database } from '../database.ts';

/** Older runs stay listed, but their relations go: the pages open the latest ones only. */
const runsWithRelations = 20;

/** Ends a run, from which moment its relations are shown, and lets go of those of runs long past. */
export async function finishRun(
  db: Database,
  runId: number,
  { documents, now }: { documents: number; now: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('update runs set ended_at = $2, documents = $3 where id = $1', [runId, now, documents]);
    await tx.query('delete from relations where run_id <= (select id from runs order by id desc offset $1 limit 1)', [
      runsWithRelations,
    ]);
  });
}
