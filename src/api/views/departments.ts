import type { Departments } from '../../../dashboards/views/departments.ts';
import { caseTallies } from '../../store/read/case-tallies.ts';
import { everyText } from '../../store/read/filter.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { Services } from '../services.ts';
import { departmentRow, departmentRows } from './rows.ts';

/** Complaints by department. @param seen the departments that whoever asks may see; null for all. */
export function departmentsView(
  { database, routing, now }: Services,
  seen: string[] | null = null,
): Promise<Departments> {
  const asOf = now();
  return readSnapshot(database, async (tx, through) => {
    const filter = { ...everyText, through };
    const isSeen = ({ team }: { team: string }) => seen?.includes(team) ?? true;
    const tallies = (await caseTallies(tx, filter, asOf)).filter(isSeen);
    return {
      through,
      asOf: asOf.toISOString(),
      rows: departmentRows(tallies, { routing, filter, asOf }).filter(isSeen),
      total: departmentRow(tallies, { team: null, routing, filter, asOf }),
    };
  });
}
