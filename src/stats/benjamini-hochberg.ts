import { requireCount } from './require.ts';

/**
 * q-values: for each p-value the smallest false discovery rate at which it would still be called a discovery,
 * q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎ m / j (Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57, 1995).
 * In the order of the p-values given. `tests` = m may exceed their number: tests whose p is not listed then count as 1.
 * @throws RangeError where a p lies outside 0 to 1, or `tests` is less than the p-values listed.
 */
export function benjaminiHochberg(pValues: readonly number[], tests: number = pValues.length): number[] {
  requireCount('tests of benjaminiHochberg', tests);
  if (tests < pValues.length) {
    throw new RangeError(`benjaminiHochberg got ${pValues.length} p-values of ${tests} tests; tests cannot be fewer.`);
  }
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A p-value is ${p}; it should lie between 0 and 1.`);
  }
  const order = Uint32Array.from(pValues.keys()).sort((i, j) => pValues[j]! - pValues[i]!);
  const q = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  order.forEach((index, fromLargest) => {
    const rank = pValues.length - fromLargest;
    smallest = Math.min(smallest, (pValues[index]! * tests) / rank);
    q[index] = smallest;
  });
  return q;
}
