import { requireCount } from '../require.ts';
import { normalTail } from './normal-tail.ts';

/** Up to so many products the sum is taken exactly; beyond, the saddle point is as good and far quicker. */
const mostSteps = 400_000;

/**
 * Probability that `count` or more of independent events come true, each with a chance of its own. Exact by convolution
 * for small cases; for large ones the tail of R. Lugannani and S. Rice (Advances in Applied Probability 12, 1980) with the
 * second continuity correction of H. E. Daniels (International Statistical Review 55, 1987).
 * @throws RangeError for a chance outside 0 to 1, or a count that is none.
 */
export function poissonBinomialTail(count: number, chances: readonly number[]): number {
  requireCount('count of poissonBinomialTail', count);
  for (const chance of chances) {
    if (!(chance >= 0 && chance <= 1)) throw new RangeError(`A chance is ${chance}; it should lie between 0 and 1.`);
  }
  const open = chances.filter((chance) => chance > 0 && chance < 1);
  const wanted = count - chances.filter((chance) => chance === 1).length;
  if (wanted <= 0) return 1;
  if (wanted > open.length) return 0;
  return wanted * open.length <= mostSteps ? convolved(wanted, open) : saddlePoint(wanted, open);
}

/** Probabilities of 0, 1, … below `wanted` events so far; what passes the last one stays beyond. */
function convolved(wanted: number, chances: readonly number[]): number {
  const exactly = new Float64Array(wanted);
  exactly[0] = 1;
  let beyond = 0;
  for (const [done, chance] of chances.entries()) {
    beyond += exactly[wanted - 1]! * chance;
    for (let events = Math.min(done + 1, wanted - 1); events > 0; events--) {
      exactly[events] = exactly[events]! * (1 - chance) + exactly[events - 1]! * chance;
    }
    exactly[0]! *= 1 - chance;
  }
  return Math.min(1, beyond);
}

interface Cumulants {
  k: number;
  first: number;
  second: number;
  third: number;
}

/** The cumulant generating function of the number of events at t, with its derivatives. */
function cumulantsAt(t: number, chances: readonly number[]): Cumulants {
  const found = { k: 0, first: 0, second: 0, third: 0 };
  const growth = Math.exp(t);
  for (const chance of chances) {
    const weight = 1 - chance + chance * growth;
    const tilted = (chance * growth) / weight;
    found.k += Math.log(weight);
    found.first += tilted;
    found.second += tilted * (1 - tilted);
    found.third += tilted * (1 - tilted) * (1 - 2 * tilted);
  }
  return found;
}

function saddlePoint(wanted: number, chances: readonly number[]): number {
  const x = wanted - 0.5;
  const { first, second, third } = cumulantsAt(0, chances);
  const z = (x - first) / Math.sqrt(second);
  const density = (w: number): number => Math.exp((-w * w) / 2) / Math.sqrt(2 * Math.PI);
  // At the mean the saddle point divides nothing by nothing; there the first term of Edgeworth's series is exact enough.
  if (Math.abs(z) < 0.01) {
    return normalTail(z) + (density(z) * (third / second ** 1.5) * (z * z - 1)) / 6;
  }
  const t = solve(x, chances);
  const there = cumulantsAt(t, chances);
  const w = Math.sign(t) * Math.sqrt(2 * (t * x - there.k));
  const u = 2 * Math.sinh(t / 2) * Math.sqrt(there.second);
  return Math.min(1, Math.max(0, normalTail(w) + density(w) * (1 / u - 1 / w)));
}

/** The t at which the first derivative is x, by Newton's steps of at most 1. */
function solve(x: number, chances: readonly number[]): number {
  let t = 0;
  for (let turn = 0; turn < 200; turn++) {
    const { first, second } = cumulantsAt(t, chances);
    const step = (x - first) / second;
    t += Math.max(-1, Math.min(1, step));
    if (Math.abs(step) < 1e-12 * Math.max(1, Math.abs(t))) break;
  }
  return t;
}
