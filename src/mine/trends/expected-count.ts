/** A day of the past: its weekday (0 is Sunday), texts in all, and texts with the category. */
export interface PastDay {
  weekday: number;
  documents: number;
  count: number;
}

/** What a category's own past lets one expect of a day: a mean, and how the count scatters around it. */
export interface ExpectedCount {
  mean: number;
  /** Variance = mean + dispersion · mean². Holds both the scatter of days and how little a short past can know. */
  dispersion: number;
}

/** A weekday with this many expected texts of the category keeps half of its own difference, one with fewer less. */
const priorCount = 10;

/**
 * The expected count of a day, from a rate per text, a factor for its weekday, and the scatter seen in the past.
 *
 * - Rate: (count + ½) / texts, the mean of the posterior under Jeffreys' prior of a Poisson rate; a category never seen
 *   before so has a small rate, not none. Its uncertainty adds 1/(count + ½) to the dispersion (the predictive law of a
 *   Poisson count under a gamma posterior is negative binomial).
 * - Weekday: observed over expected of that weekday, drawn towards 1 by ten expected texts.
 * - Scatter between days by the method of moments, Σ((y − μ)² − y) / Σ μ² (Cameron and Trivedi, 1998), never below 0;
 *   the squares are scaled up for the factors that were fitted to the same days.
 *
 * @param past days with texts; days without any say nothing of the rate.
 * @returns null where the past holds no text at all.
 */
export function expectedCount(
  past: readonly PastDay[],
  day: { weekday: number; documents: number },
): ExpectedCount | null {
  const days = past.filter(({ documents }) => documents > 0);
  const documents = days.reduce((sum, one) => sum + one.documents, 0);
  if (documents === 0) return null;
  const count = days.reduce((sum, one) => sum + one.count, 0);
  const factors = weekdayFactors(days, count / documents);
  const rate = (count + 0.5) / documents;
  const mean = rate * factors[day.weekday]! * day.documents;
  return { mean, dispersion: scatter(days, rate, factors) + 1 / (count + 0.5) };
}

/** The factor of each weekday, scaled so that the past's own counts come out in sum. */
export function weekdayFactors(days: readonly PastDay[], rate: number): number[] {
  const observed = new Array<number>(7).fill(0);
  const expected = new Array<number>(7).fill(0);
  for (const { weekday, documents, count } of days) {
    observed[weekday]! += count;
    expected[weekday]! += rate * documents;
  }
  const factors = observed.map((seen, weekday) => (seen + priorCount) / (expected[weekday]! + priorCount));
  const total = expected.reduce((sum, one) => sum + one, 0);
  const scaled = expected.reduce((sum, one, weekday) => sum + one * factors[weekday]!, 0);
  return scaled > 0 ? factors.map((factor) => (factor * total) / scaled) : factors;
}

function scatter(days: readonly PastDay[], rate: number, factors: readonly number[]): number {
  const weekdays = new Set(days.map(({ weekday }) => weekday)).size;
  const free = days.length - weekdays;
  if (free <= 0) return 0;
  let excess = 0;
  let squares = 0;
  for (const { weekday, documents, count } of days) {
    const mean = rate * factors[weekday]! * documents;
    excess += ((count - mean) ** 2 * days.length) / free - count;
    squares += mean * mean;
  }
  return squares > 0 ? Math.max(0, excess / squares) : 0;
}
