import { morningReport } from '../report/morning-report.ts';
import { countCorrections } from '../store/corrections/count-corrections.ts';
import type { Queryable } from '../store/database.ts';
import { runFindings } from '../store/findings/run-findings.ts';
import { nightChanges, nightCheck, nightCounts } from '../store/ledger/night-counts.ts';
import { caseTallies } from '../store/read/case-tallies.ts';
import { countTexts } from '../store/read/count-texts.ts';
import { everyText } from '../store/read/filter.ts';
import { findNight, type Night, nightBefore } from '../store/read/find-night.ts';
import { nightNeighbours } from '../store/read/night-neighbours.ts';
import { runRelations } from '../store/read/run-relations.ts';
import { runTrends } from '../store/read/run-trends.ts';
import { readSnapshot } from '../store/read/snapshot.ts';
import { textsByDay } from '../store/read/texts-by-day.ts';
import { categoryCheckTallies } from '../store/spot-checks/spot-check-tallies.ts';
import type { MorningReport, ReportQuality, Volume } from '../types/report.ts';
import type { NightContext } from './nightly.ts';

/** So many days up to the night's are drawn. */
const drawnDays = 28;
/** Spot checks of so many days are told. */
const checkedDays = 28;

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
    const changes = await nightChanges(tx, night);
    const last = await nightBefore(tx, night);
    // Causes speak of the night that this one was compared with when it ran; one that was run later is another.
    const known = changes !== null && changes.beforeDay === last?.day ? changes.changes : null;
    const asOf = now();
    const trends = [...(await runTrends(tx, night, 7)), ...(await runTrends(tx, night, 1))];
    return morningReport({
      night: { ...night, ...(await findings(tx, night)), trends },
      before: last && { ...last, ...(await findings(tx, last)) },
      changes: known,
      found: await foundBy(tx, night, last),
      neighbours: await nightNeighbours(tx, night.day),
      volume: await volumeOf(tx, night),
      quality: await qualityOf(tx, night, last),
      check: await nightCheck(tx, night),
      overdue: await overdueByTeam(tx, asOf),
      asOf,
      falseDiscoveries: night.falseDiscoveries,
    });
  });
}

async function findings(tx: Queryable, night: Night) {
  return { relations: await runRelations(tx, night), counts: await nightCounts(tx, night) };
}

async function foundBy(tx: Queryable, night: Night, before: Night | null) {
  return {
    run: night.id,
    topics: await runFindings(tx, night, 'topics'),
    newcomers: await runFindings(tx, night, 'newcomers'),
    drivers: await runFindings(tx, night, 'drivers'),
    namesBefore: before ? (await runFindings(tx, before, 'newcomers')).map(({ name }) => name) : [],
  };
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

async function volumeOf(tx: Queryable, { day, throughId: through }: Night): Promise<Volume> {
  const found = await textsByDay(tx, {
    ...everyText,
    ...{ fromDay: daysBefore(day, drawnDays - 1), toDay: day, through },
  });
  const counts = new Map(found.map(({ day: one, texts }) => [one, texts]));
  const byDay = Array.from({ length: drawnDays }, (_, at) => {
    const one = daysBefore(day, drawnDays - 1 - at);
    return { day: one, texts: counts.get(one) ?? 0 };
  });
  const sum = (days: typeof byDay) => days.reduce((total, { texts }) => total + texts, 0);
  return { day: counts.get(day) ?? 0, week: sum(byDay.slice(-7)), weekBefore: sum(byDay.slice(-14, -7)), byDay };
}

async function qualityOf(tx: Queryable, night: Night, before: Night | null): Promise<ReportQuality> {
  const { day: toDay, fromDay, throughId: through } = night;
  const since = before?.startedAt ?? new Date(night.startedAt.getTime() - 7 * 86_400_000);
  const tallies = await categoryCheckTallies(tx, daysBefore(night.day, checkedDays));
  const sum = (key: 'yesYes' | 'yesNo' | 'noYes') => tallies.reduce((total, tally) => total + tally[key], 0);
  return {
    unread: await countTexts(tx, { ...everyText, understood: false, fromDay, toDay, through }),
    corrections: await countCorrections(tx, since, night.startedAt),
    spotChecks: { both: sum('yesYes'), machineOnly: sum('yesNo'), personOnly: sum('noYes') },
  };
}

async function overdueByTeam(tx: Queryable, asOf: Date): Promise<{ team: string; cases: number }[]> {
  const byTeam = new Map<string, number>();
  for (const { team, overdue } of await caseTallies(tx, everyText, asOf)) {
    byTeam.set(team, (byTeam.get(team) ?? 0) + overdue);
  }
  return [...byTeam].map(([team, cases]) => ({ team, cases }));
}
