import { type MorningReport, morningReport } from '../report/morning-report.ts';
import type { Queryable } from '../store/database.ts';
import { caseTallies } from '../store/read/case-tallies.ts';
import { dayTallies } from '../store/read/day-tallies.ts';
import { everyText } from '../store/read/filter.ts';
import { findNight, nightBefore } from '../store/read/find-night.ts';
import { runRelations } from '../store/read/run-relations.ts';
import { runTrends } from '../store/read/run-trends.ts';
import { readSnapshot } from '../store/read/snapshot.ts';
import type { NightContext } from './nightly.ts';

/**
 * The morning report of a day, from what its night kept. @param day left out, the latest that a night was run for.
 * @returns null where no night was run for it.
 */
export function readReport(
  { database, now }: Pick<NightContext, 'database' | 'now'>,
  day?: string,
): Promise<MorningReport | null> {
  return readSnapshot(database, async (tx) => {
    const night = await findNight(tx, day ?? null);
    if (!night) return null;
    const before = await nightBefore(tx, night);
    const asOf = now();
    const trends = [...(await runTrends(tx, night, 7)), ...(await runTrends(tx, night, 1))];
    return morningReport({
      night: { ...night, relations: await runRelations(tx, night), trends },
      before: before && { ...before, relations: await runRelations(tx, before) },
      volume: {
        day: await texts(tx, night.day, 0, 0),
        week: await texts(tx, night.day, 6, 0),
        weekBefore: await texts(tx, night.day, 13, 7),
      },
      overdue: await overdueByTeam(tx, asOf),
      asOf,
      falseDiscoveries: night.falseDiscoveries,
    });
  });
}

/** Texts received from so many days before a day to so many before it. */
async function texts(tx: Queryable, day: string, from: number, to: number): Promise<number> {
  const before = (days: number) => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
  const tallies = await dayTallies(tx, { ...everyText, fromDay: before(from), toDay: before(to) }, null);
  return tallies.reduce((sum, { documents }) => sum + documents, 0);
}

async function overdueByTeam(tx: Queryable, asOf: Date): Promise<{ team: string; cases: number }[]> {
  const byTeam = new Map<string, number>();
  for (const { team, overdue } of await caseTallies(tx, everyText, asOf)) {
    byTeam.set(team, (byTeam.get(team) ?? 0) + overdue);
  }
  return [...byTeam].map(([team, cases]) => ({ team, cases }));
}
