import type { Database } from '../database.ts';

/** Older runs stay listed, but their findings go: the pages open the latest ones only. */
const runsWithFindings = 20;
const findings = ['relations', 'relation_checks', 'sequences', 'trends', 'deviations', 'findings'];

/**
 * Ends a run, from which moment its findings are shown; they replace those of other runs for the same day. Lets go of
 * the findings of runs long past.
 */
export async function finishRun(
  db: Database,
  runId: number,
  { documents, now, manifest = {} }: { documents: number; now: Date; manifest?: Record<string, string> },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('update runs set ended_at = $2, documents = $3, manifest = $4::jsonb where id = $1', [
      runId,
      now,
      documents,
      JSON.stringify(manifest),
    ]);
    await tx.query(
      `delete from runs where id <> $1 and ended_at is not null and day = (select day from runs where id = $1)`,
      [runId],
    );
    for (const table of findings) {
      await tx.query(`delete from ${table} where run_id <= (select id from runs order by id desc offset $1 limit 1)`, [
        runsWithFindings,
      ]);
    }
  });
}
