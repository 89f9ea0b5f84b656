import type { Logger } from 'pino';
import type { Database } from '../../store/database.ts';
import { nightChanges, nightCounts } from '../../store/ledger/night-counts.ts';
import {
  type RecountWindow,
  recountCategories,
  recountPairs,
  recountTallies,
  recountTexts,
} from '../../store/ledger/recount.ts';
import { saveDiscrepancies } from '../../store/ledger/save-night-counts.ts';
import { nightBefore } from '../../store/read/find-night.ts';
import { runRelations } from '../../store/read/run-relations.ts';
import { everyDeviation, runTrends } from '../../store/read/run-trends.ts';
import type { CountChange, Discrepancy } from '../../types/differences.ts';
import type { Run } from '../../types.ts';

/** What of a run decides which texts its numbers count. */
export type CheckedRun = Pick<Run, 'id' | 'fromDay' | 'throughId' | 'documents'> & { day: string };

/**
 * The night's own audit: reads the numbers back that it has kept, counts each anew from the texts by statements that
 * share nothing with the mining, and keeps those that differ. Also adds up the tallies that the pages count from.
 * @returns how many numbers were counted anew, and those that came out otherwise.
 */
export async function checkNumbers(
  db: Database,
  run: CheckedRun,
  onRead: (texts: number) => void = () => {},
): Promise<{ checked: number; discrepancies: Discrepancy[] }> {
  const window = { throughId: run.throughId, fromDay: run.fromDay, toDay: run.day };
  const numbers = [
    ...(await checkCategories(db, run, window)),
    ...(await checkRelations(db, run, window, onRead)),
    ...(await checkStretches(db, run)),
    ...(await checkChanges(db, run)),
  ];
  const tallies = await recountTallies(db, window);
  const differing = tallies.differing.map(({ category, day, channel, told, counted }) => ({
    ...{ told, counted },
    number: { kind: 'tally', categories: category === '' ? [] : [category], fromDay: day, toDay: day, channel },
  }));
  const result = {
    checked: numbers.length + tallies.checked,
    discrepancies: [...numbers.filter(({ told, counted }) => told !== counted), ...differing],
  };
  await saveDiscrepancies(db, run.id, result);
  return result;
}

/** The same for a night that is about to end; a store without any day has no number to check. */
export async function checkNight(
  db: Database,
  { day, ...run }: Omit<CheckedRun, 'day'> & { day: string | null },
  log: Logger,
  onRead: (texts: number) => void,
): Promise<void> {
  if (day === null) return;
  const { checked, discrepancies } = await checkNumbers(db, { ...run, day }, onRead);
  if (discrepancies.length > 0) log.error({ runId: run.id, checked, differ: discrepancies.length }, 'numbers differ');
}

async function checkCategories(db: Database, run: CheckedRun, window: RecountWindow): Promise<Discrepancy[]> {
  const told = await nightCounts(db, run);
  const counted = (await recountCategories(db, window)).set('', await recountTexts(db, window));
  const numbers = [...told].map(([category, documents]) => ({
    ...{ told: documents, counted: counted.get(category) ?? 0 },
    number: { kind: 'texts', categories: category === '' ? [] : [category] },
  }));
  return [...numbers, { number: { kind: 'texts', categories: [] }, told: run.documents, counted: counted.get('')! }];
}

async function checkRelations(
  db: Database,
  run: CheckedRun,
  window: RecountWindow,
  onRead: (texts: number) => void,
): Promise<Discrepancy[]> {
  const relations = await runRelations(db, run);
  const single = await recountCategories(db, window);
  const pairOf = (antecedent: string, consequent: string) => `${antecedent}\u0000${consequent}`;
  const wanted = relations.map(({ antecedent, consequent }) => pairOf(antecedent, consequent));
  const both = await recountPairs(db, window, new Set(wanted), onRead);
  return relations.flatMap(({ antecedent, consequent, antecedentCount, consequentCount, observed }) => {
    const number = (categories: string[]) => ({ kind: 'relation', categories });
    return [
      { number: number([antecedent]), told: antecedentCount, counted: single.get(antecedent) ?? 0 },
      { number: number([consequent]), told: consequentCount, counted: single.get(consequent) ?? 0 },
      {
        ...{ number: number([antecedent, consequent]), told: observed },
        counted: both.get(pairOf(antecedent, consequent)) ?? 0,
      },
    ];
  });
}

/** What moved and what stands out: counts of a category over some days. */
async function checkStretches(db: Database, run: CheckedRun): Promise<Discrepancy[]> {
  const daysBefore = (days: number) => new Date(Date.parse(run.day) - days * 86_400_000).toISOString().slice(0, 10);
  const trends = [...(await runTrends(db, run, 1)), ...(await runTrends(db, run, 7))].map((trend) => ({
    ...{ kind: 'trend', category: trend.category, observed: trend.observed },
    ...{ fromDay: daysBefore(trend.days - 1), toDay: trend.day },
  }));
  const deviations = (await everyDeviation(db, run)).map((deviation) => ({ kind: 'deviation', ...deviation }));
  const counted = new Map<string, Map<string, number>>();
  const found: Discrepancy[] = [];
  for (const { kind, category, observed, fromDay, toDay } of [...trends, ...deviations]) {
    const stretch = `${fromDay} ${toDay}`;
    const counts = counted.get(stretch) ?? (await recountCategories(db, { throughId: run.throughId, fromDay, toDay }));
    counted.set(stretch, counts);
    const number = { kind, categories: [category], fromDay, toDay };
    found.push({ number, told: observed, counted: counts.get(category) ?? 0 });
  }
  return found;
}

/** The causes of a difference must add up to it. */
async function checkChanges(db: Database, run: CheckedRun): Promise<Discrepancy[]> {
  const difference = await nightChanges(db, run);
  const before = difference && (await nightBefore(db, run));
  if (!difference || !before || before.day !== difference.beforeDay) return [];
  const [now, then] = [await nightCounts(db, run), await nightCounts(db, before)];
  const sums = new Map<string, number>();
  const single = difference.changes.filter(({ other }: CountChange) => other === '');
  for (const { category, added, removed } of single) {
    sums.set(category, (sums.get(category) ?? 0) + added - removed);
  }
  return [...new Set([...now.keys(), ...then.keys()])].map((category) => ({
    number: { kind: 'difference', categories: category === '' ? [] : [category] },
    told: (now.get(category) ?? 0) - (then.get(category) ?? 0),
    counted: sums.get(category) ?? 0,
  }));
}
