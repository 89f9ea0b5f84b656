import type { Database, Queryable } from '../database.ts';

/** Older runs stay listed, but their findings go: of runs over the whole store, and of nights, whose reports people turn back to. */
const keptRuns = 20;
const keptNights = 100;
const findings = [
  'relations',
  'relation_checks',
  'sequences',
  'trends',
  'deviations',
  'findings',
  'discrepancies',
  'night_counts',
  'night_differences',
];

/**
 * Ends a run, from which moment its findings are shown; they replace those of other runs for the same day and window. Lets go of
 * the findings of runs long past.
 */
export async function finishRun(
  db: Database,
  runId: number,
  { documents, now, manifest = {} }: { documents: number; now: Date; manifest?: Record<string, string> },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      'update runs set ended_at = $2, documents = $3, manifest = $4::jsonb, step = null, step_texts = null where id = $1',
      [runId, now, documents, JSON.stringify(manifest)],
    );
    await tx.query(
      `delete from runs r using runs this
       where this.id = $1 and r.id <> $1 and r.day = this.day and (r.from_day is null) = (this.from_day is null)
         and (r.ended_at is not null or r.failure is not null)`,
      [runId],
    );
    for (const table of findings) await deleteOld(tx, table);
    // Changes that no night is compared across any more.
    await tx.query(
      `delete from label_changes
       where id <= (select min(through_change) from runs where id in (select run_id from night_counts))`,
    );
  });
}

/** A table of ours, never a name from data. */
async function deleteOld(tx: Queryable, table: string): Promise<void> {
  await tx.query(
    `delete from ${table} where run_id in (
       select id from (select id, from_day, row_number() over (partition by from_day is null order by id desc) as place from runs) r
       where place > case when from_day is null then $1::int else $2::int end)`,
    [keptRuns, keptNights],
  );
}
