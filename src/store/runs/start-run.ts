import type { Run } from '../../types.ts';
import type { Database } from '../database.ts';

/** The days that a run looks at. */
export type RunWindow = Pick<Run, 'day' | 'fromDay'>;

/** A run that has begun: what it counts, frozen. */
export interface StartedRun {
  id: number;
  /** Highest id of a text that it counts. */
  throughId: number;
  /** Highest id of a change of labels that it has seen. */
  throughChange: number;
}

const everyDay: RunWindow = { day: null, fromDay: null };

/**
 * Begins a mining run over the documents that are in the store now. Ids are given out before they are committed, so the
 * run waits for those who are writing documents or labels: no id up to `throughId` or `throughChange` can appear later.
 */
export async function startRun(
  db: Database,
  now: Date,
  versions: Record<string, string>,
  { day, fromDay }: RunWindow = everyDay,
): Promise<StartedRun> {
  return db.transaction(async (tx) => {
    // Whoever writes takes this lock first, by a trigger; a lock on the tables would be taken after theirs and could wait for ever.
    await tx.query('select pg_advisory_xact_lock(420431001)');
    const [run] = await tx.query<StartedRun & Record<string, unknown>>(
      `insert into runs (started_at, through_id, documents, store_documents, versions, day, from_day, through_change)
       select $1, coalesce(max(id), 0), 0,
         (select coalesce(sum(understood), 0) from tallies where category = ''), $2::jsonb, $3::date, $4::date,
         (select coalesce(max(id), 0) from label_changes)
       from documents
       returning id, through_id as "throughId", through_change as "throughChange"`,
      [now, JSON.stringify(versions), day, fromDay],
    );
    return run!;
  });
}
