import type { Deviation, Run, Trend } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from './row-of.ts';

/** What moved by a night: of its day (`days` 1), or of the week up to it (7); the least likely first. */
export function runTrends(db: Queryable, run: Pick<Run, 'id'>, days: number): Promise<RowOf<Trend>[]> {
  return db.query<RowOf<Trend>>(
    `select category, day, days, observed, expected, indicator, p, q
     from trends where run_id = $1 and days = $2 order by p, category collate "C"`,
    [run.id, days],
  );
}

/** What stands out in the last month of a night's window; the furthest from expected first. */
export function runDeviations(db: Queryable, run: Pick<Run, 'id'>): Promise<RowOf<Deviation>[]> {
  return db.query<RowOf<Deviation>>(
    `select category, from_day as "fromDay", to_day as "toDay", observed, expected, indicator, p, q
     from deviations where run_id = $1 and from_day = (select max(from_day) from deviations where run_id = $1)
     order by abs(indicator) desc, category collate "C"`,
    [run.id],
  );
}

/** Every month and category of a night's deviations. */
export function everyDeviation(
  db: Queryable,
  run: Pick<Run, 'id'>,
): Promise<RowOf<Pick<Deviation, 'category' | 'fromDay' | 'toDay' | 'observed'>>[]> {
  return db.query<RowOf<Pick<Deviation, 'category' | 'fromDay' | 'toDay' | 'observed'>>>(
    `select category, from_day as "fromDay", to_day as "toDay", observed from deviations where run_id = $1
     order by from_day, category collate "C"`,
    [run.id],
  );
}
