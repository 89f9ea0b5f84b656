import type { Departments } from '../../../dashboards/views/departments.ts';
import { caseTallies } from '../../store/read/case-tallies.ts';
import { everyText } from '../../store/read/filter.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { Services } from '../services.ts';
import { departmentRow, departmentRows } from './rows.ts';

/** Complaints by department. */
export function departmentsView({ database, routing, now }: Services): Promise<Departments> {
  const asOf = now();
  return readSnapshot(database, async (tx, through) => {
    const filter = { ...everyText, through };
    const tallies = await caseTallies(tx, filter, asOf);
    return {
      through,
      asOf: asOf.toISOString(),
      rows: departmentRows(tallies, { routing, filter, asOf }),
      total: departmentRow(tallies, { team: null, routing, filter, asOf }),
    };
  });
}
