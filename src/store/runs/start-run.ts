import type { Database } from '../database.ts';

/**
 * Begins a mining run over the documents that are in the store now. Ids are given out before they are committed, so the
 * run waits for those who are writing documents: no id up to `throughId` can appear later.
 */
export async function startRun(
  db: Database,
  now: Date,
  versions: Record<string, string>,
): Promise<{ id: number; throughId: number }> {
  return db.transaction(async (tx) => {
    await tx.query('lock table documents in share mode');
    const [run] = await tx.query<{ id: number; throughId: number }>(
      `insert into runs (started_at, through_id, documents, versions)
       select $1, coalesce(max(id), 0), 0, $2::jsonb from documents
       returning id, through_id as "throughId"`,
      [now, JSON.stringify(versions)],
    );
    return run!;
  });
}
