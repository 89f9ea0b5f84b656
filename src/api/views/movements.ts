import type { Stretch, TrendRow, Trends } from '../../../dashboards/views/trends.ts';
import type { Queryable } from '../../store/database.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { dayTallies } from '../../store/read/day-tallies.ts';
import { everyText } from '../../store/read/filter.ts';
import { findNight, type Night } from '../../store/read/find-night.ts';
import { runSequences } from '../../store/read/run-sequences.ts';
import { runDeviations, runTrends } from '../../store/read/run-trends.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { Deviation, FoundSequence } from '../../types.ts';
import { customerHref, runTexts, textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { changeRow, latestFirst } from './change-rows.ts';
import { sumUp } from './overview.ts';
import { addDays } from './timeline.ts';
import { readTrends } from './trends.ts';
import { createVocabulary } from './vocabulary.ts';

/** Beside what is unusual, the least likely are shown, so that a quiet night shows that it looked. */
const leastRows = 5;
const mostRows = 25;
const mostSequences = 25;

/** What the latest night says moved: on its day, in the week up to it, and in its month against the others. */
export function movementsView(services: Services): Promise<Trends> {
  return readSnapshot(services.database, async (tx) => {
    const run = await findNight(tx, null);
    if (!run) return { run: null, day: null, week: null, month: null, changes: [], sequences: null };
    const { id, fromDay, day, falseDiscoveries } = run;
    const stretch = await createStretches(tx, services, run);
    const ofDays = async (days: number): Promise<Stretch | null> =>
      stretch(
        (await runTrends(tx, run, days)).map((trend) => ({ ...trend, fromDay: addDays(day, 1 - days), toDay: day })),
      );
    return {
      run: { id, fromDay, day, texts: runTexts(run), falseDiscoveries },
      day: await ofDays(1),
      week: await ofDays(7),
      changes: (await runFindings(tx, run, 'changes'))
        .sort(latestFirst)
        .map((change) => changeRow(change, services, run)),
      month: await stretch(await runDeviations(tx, run)),
      sequences: sequencesOf(await runSequences(tx, run, mostSequences), services, run),
    };
  });
}

/** How cells of one stretch of days become a view of it. */
async function createStretches(
  tx: Queryable,
  { taxonomy }: Services,
  { day, fromDay, throughId, falseDiscoveries }: Night,
): Promise<(cells: Deviation[]) => Promise<Stretch | null>> {
  const { link } = createVocabulary(taxonomy);
  const days = { ...everyText, fromDay, toDay: day };
  const tallies = await dayTallies(tx, days, null);
  const { of } = await readTrends(tx, days, tallies);
  const row = ({ category, observed, expected, indicator, p, q, ...between }: Deviation): TrendRow => ({
    category: link(category),
    observed: textsCount(observed, { categories: [category], ...between, through: throughId }),
    ...{ expected, indicator, p, q },
    unusual: q <= falseDiscoveries,
    trend: of(category),
  });
  return async (cells) => {
    const [first] = cells;
    if (!first) return null;
    const between = { fromDay: first.fromDay, toDay: first.toDay };
    const within = { ...between, understood: true, through: throughId };
    const { understood } = sumUp(await dayTallies(tx, { ...everyText, ...between }, null));
    return {
      ...between,
      texts: textsCount(understood, within),
      weighed: cells.length,
      up: shown(cells.filter(({ indicator }) => indicator > 0).map(row)),
      down: shown(cells.filter(({ indicator }) => indicator < 0).map(row)),
    };
  };
}

function sequencesOf(found: readonly FoundSequence[], { taxonomy }: Services, run: Night): Trends['sequences'] {
  const [any] = found;
  if (!any) return null;
  const { link } = createVocabulary(taxonomy);
  const rows = found.map(({ first, then, customers, expected, p, q, examples }) => ({
    ...{ first: link(first), then: link(then), customers, expected, p, q },
    unusual: q <= run.falseDiscoveries,
    examples: examples.map((customer) => ({ customer, href: customerHref(customer) })),
  }));
  return { withinDays: any.withinDays, rows };
}

function shown(rows: TrendRow[]): TrendRow[] {
  const unusual = rows.filter((row) => row.unusual).slice(0, mostRows);
  const others = rows.filter((row) => !row.unusual);
  return [...unusual, ...others.slice(0, Math.max(0, leastRows - unusual.length))];
}
