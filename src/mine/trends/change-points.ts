import type { NightlyPipeline } from '../../pipeline.ts';
import { chiSquaredQuantile } from '../../stats/laws/chi-squared-quantile.ts';
import { chiSquaredTail } from '../../stats/laws/chi-squared-tail.ts';
import type { ChangePoint } from '../../types/findings.ts';
import { weekdayFactors } from './expected-count.ts';
import { segment } from './segment.ts';
import type { DailyCounts } from './trends.ts';

const dayMilliseconds = 86_400_000;
/** A longer span is looked at in weeks, then in several weeks at a time. */
const mostStretches = 120;

/**
 * Where a category's share of texts changed for good: its counts are parted into stretches of one level each, the best
 * such parting with a price on each change (optimal partitioning; R. Killick, P. Fearnhead and I. Eckley, JASA 107, 2012).
 * The price is the χ² quantile at which all categories and places together show a change by chance with a probability of
 * `falseAlarms` at most. Weekdays have rates of their own, and counts that scatter more than chance pay more.
 * @returns by category, then by day; none where the days are too few.
 */
export function changePoints(counts: DailyCounts, settings: NightlyPipeline['changes']): ChangePoint[] {
  const days = [...counts.documents.keys()].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const stretches = stretchesOf(first, last);
  const texts = sums(stretches, counts.documents);
  if (stretches.length < 2 * settings.shortestStretches) return [];
  const tests = stretches.length * Math.max(1, counts.categories.size);
  const price = chiSquaredQuantile(1 - settings.falseAlarms / tests, 1);
  return [...counts.categories.keys()].sort().flatMap((category) => {
    const named = sums(stretches, counts.categories.get(category)!);
    return changesOf({ category, named, texts, stretches }, { price, shortest: settings.shortestStretches });
  });
}

interface Stretch {
  fromDay: string;
  toDay: string;
  /** 0 is Sunday; of longer stretches always 0, since they hold every weekday. */
  weekday: number;
}

interface Series {
  category: string;
  named: number[];
  texts: number[];
  stretches: Stretch[];
}

function changesOf(
  { category, named, texts, stretches }: Series,
  { price, shortest }: { price: number; shortest: number },
): ChangePoint[] {
  const total = named.reduce((sum, count) => sum + count, 0);
  const past = stretches.map(({ weekday }, at) => ({ weekday, documents: texts[at]!, count: named[at]! }));
  const factors = weekdayFactors(past, total / texts.reduce((sum, count) => sum + count, 0));
  const exposures = stretches.map(({ weekday }, at) => texts[at]! * factors[weekday]!);
  const calm = calmed(named, exposures);
  const scatter = scatterOf(calm, exposures);
  const starts = segment(calm, exposures, { price: price * scatter, shortest });
  const level = (from: number, to: number) => {
    const add = (values: readonly number[]) => values.slice(from, to).reduce((sum, value) => sum + value, 0);
    return { count: add(named), calm: add(calm), texts: add(texts), exposure: add(exposures) };
  };
  return starts.slice(1).map((start, at) => {
    const [from, to] = [starts[at]!, starts[at + 2] ?? named.length];
    const [before, after] = [level(from, start), level(start, to)];
    const [rateBefore, rateAfter] = [before.count / before.exposure, after.count / after.exposure];
    return {
      ...{ category, day: stretches[start]!.fromDay },
      ...{ fromDay: stretches[from]!.fromDay, toDay: stretches[to - 1]!.toDay },
      ...{ beforeTexts: before.texts, beforeCount: before.count, afterTexts: after.texts, afterCount: after.count },
      ratio: rateBefore > 0 ? rateAfter / rateBefore : null,
      p: chiSquaredTail(gain(before, after) / scatter, 1),
    };
  });
}

/** Twice the log likelihood that two levels explain beyond one. */
function gain(before: { calm: number; exposure: number }, after: { calm: number; exposure: number }): number {
  const fit = ({ calm, exposure }: { calm: number; exposure: number }): number =>
    calm === 0 ? 0 : 2 * calm * Math.log(calm / exposure);
  const both = { calm: before.calm + after.calm, exposure: before.exposure + after.exposure };
  return Math.max(0, fit(before) + fit(after) - fit(both));
}

/** Stretches on either side whose median tells what is usual around one. */
const around = 3;

/** Counts without their peaks: a burst of a day or two is no level, and the trends of the day tell of it. */
function calmed(named: readonly number[], exposures: readonly number[]): number[] {
  return named.map((count, at) => {
    const rates = named
      .map((one, other) => (exposures[other]! > 0 ? one / exposures[other]! : 0))
      .slice(Math.max(0, at - around), at + around + 1)
      .sort((one, other) => one - other);
    const usual = rates[Math.floor(rates.length / 2)]! * exposures[at]!;
    return Math.min(count, usual + 3 * Math.sqrt(Math.max(usual, 1)));
  });
}

/**
 * How much more neighbours differ than chance lets them: the mean of χ² of each stretch against the next. Only neighbours
 * are compared, so that a change of level does not pass for scatter. Never below 1.
 */
function scatterOf(named: readonly number[], exposures: readonly number[]): number {
  let [sum, pairs] = [0, 0];
  for (let at = 1; at < named.length; at++) {
    const count = named[at - 1]! + named[at]!;
    const exposure = exposures[at - 1]! + exposures[at]!;
    const share = exposures[at]! / exposure;
    if (count === 0 || !(share > 0 && share < 1)) continue;
    sum += (named[at]! - count * share) ** 2 / (count * share * (1 - share));
    pairs += 1;
  }
  return pairs === 0 ? 1 : Math.max(1, sum / pairs);
}

/** The days from the first to the last, one by one or by weeks that end with the last. */
function stretchesOf(first: string, last: string): Stretch[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  const span = Math.round((end - Date.parse(`${first}T00:00:00Z`)) / dayMilliseconds) + 1;
  const length = span <= mostStretches ? 1 : 7 * Math.ceil(span / (7 * mostStretches));
  const dayAt = (back: number): Date => new Date(end - back * dayMilliseconds);
  const name = (day: Date): string => day.toISOString().slice(0, 10);
  return Array.from({ length: Math.floor(span / length) }, (_, at) => {
    const toDay = dayAt(at * length);
    const weekday = length === 1 ? toDay.getUTCDay() : 0;
    return { fromDay: name(dayAt((at + 1) * length - 1)), toDay: name(toDay), weekday };
  }).reverse();
}

function sums(stretches: readonly Stretch[], byDay: ReadonlyMap<string, number>): number[] {
  const found = new Array<number>(stretches.length).fill(0);
  const ends = stretches.map(({ toDay }) => toDay);
  const first = stretches[0]?.fromDay ?? '';
  for (const [day, count] of byDay) {
    if (day < first) continue;
    const at = ends.findIndex((end) => day <= end);
    if (at >= 0) found[at]! += count;
  }
  return found;
}
