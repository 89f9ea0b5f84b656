import type { Run } from '../../types.ts';
import type { Database } from '../database.ts';

/** The days that a run looks at. */
export type RunWindow = Pick<Run, 'day' | 'fromDay'>;

const everyDay: RunWindow = { day: null, fromDay: null };

/**
 * Begins a mining run over the documents that are in the store now. Ids are given out before they are committed, so the
 * run waits for those who are writing documents: no id up to `throughId` can appear later.
 */
export async function startRun(
  db: Database,
  now: Date,
  versions: Record<string, string>,
  { day, fromDay }: RunWindow = everyDay,
): Promise<{ id: number; throughId: number }> {
  return db.transaction(async (tx) => {
    await tx.query('lock table documents in share mode');
    const [run] = await tx.query<{ id: number; throughId: number }>(
      `insert into runs (started_at, through_id, documents, store_documents, versions, day, from_day)
       select $1, coalesce(max(id), 0), 0,
         (select coalesce(sum(understood), 0) from tallies where category = ''), $2::jsonb, $3::date, $4::date
       from documents
       returning id, through_id as "throughId"`,
      [now, JSON.stringify(versions), day, fromDay],
    );
    return run!;
  });
}
