import type { CountChange, Discrepancy } from '../../types/differences.ts';
import type { Run } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { EarlierNight } from './stream-touched-texts.ts';

/** Texts that a night counted, by category; '' is all of them. Empty where the night is too long past. */
export async function nightCounts(db: Queryable, run: Pick<Run, 'id'>): Promise<Map<string, number>> {
  const rows = await db.query<{ category: string; documents: number }>(
    'select category, documents from night_counts where run_id = $1 order by category collate "C"',
    [run.id],
  );
  return new Map(rows.map(({ category, documents }) => [category, documents]));
}

/** What became of a night's counts since the night before, and for which day that was; null where there was none. */
export async function nightChanges(
  db: Queryable,
  run: Pick<Run, 'id'>,
): Promise<{ beforeDay: string; changes: CountChange[] } | null> {
  const [row] = await db.query<{ beforeDay: string | null }>(
    'select before_day as "beforeDay" from runs where id = $1',
    [run.id],
  );
  if (!row || row.beforeDay === null) return null;
  const changes = await db.query<CountChange & Record<string, unknown>>(
    `select category, other, cause, added, removed from night_differences where run_id = $1
     order by category collate "C", other collate "C", cause`,
    [run.id],
  );
  return { beforeDay: row.beforeDay, changes };
}

/** How the second count of a run's numbers came out. */
export async function nightCheck(
  db: Queryable,
  run: Pick<Run, 'id'>,
): Promise<{ checked: number; discrepancies: Discrepancy[] }> {
  const [row] = await db.query<{ checked: number }>('select checked from runs where id = $1', [run.id]);
  const discrepancies = await db.query<Discrepancy & Record<string, unknown>>(
    'select number, told, counted from discrepancies where run_id = $1 order by number::text',
    [run.id],
  );
  return { checked: row?.checked ?? 0, discrepancies };
}

/** A night with what it had seen, to compare a later one with; null where its counts are kept no more. */
export async function earlierNight(db: Queryable, runId: number): Promise<EarlierNight | null> {
  const [row] = await db.query<EarlierNight & Record<string, unknown>>(
    `select day, from_day as "fromDay", through_id as "throughId", through_change as "throughChange"
     from runs where id = $1 and id in (select run_id from night_counts)`,
    [runId],
  );
  return row ?? null;
}
