import type { Queryable } from '../database.ts';

/** Says what a run is at, for the pages. @param texts read in this step so far; null where it reads none. */
export async function tellStep(db: Queryable, runId: number, step: string, texts: number | null): Promise<void> {
  await db.query('update runs set step = $2, step_texts = $3 where id = $1 and ended_at is null', [runId, step, texts]);
}

/** Says why a run did not end. */
export async function failRun(db: Queryable, runId: number, failure: string): Promise<void> {
  await db.query('update runs set failure = $2 where id = $1 and ended_at is null', [runId, failure]);
}

/** Runs that nobody works on any more: the caller holds the only right to run one, so what has not ended was cut off. */
export async function closeCutOffRuns(db: Queryable): Promise<void> {
  await db.query("update runs set failure = 'Cut off.' where ended_at is null and failure is null");
}
