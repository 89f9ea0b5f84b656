/**
 * How many transactions a minimum support asks for: below 1 it is a share of the transactions, rounded up (0.01 of 9,835
 * is 99); from 1 on it is their number itself, and must be whole.
 * @throws RangeError for 0, less, or a number that is neither.
 */
export function absoluteSupport(minSupport: number, transactions: number): number {
  if (minSupport > 0 && minSupport < 1) {
    // The share of a hundred that is 0.07 comes out as 7.000000000000001, which must not become 8.
    return Math.max(1, Math.ceil(minSupport * transactions * (1 - 1e-12)));
  }
  if (minSupport >= 1 && Number.isSafeInteger(minSupport)) return minSupport;
  throw new RangeError(
    `The minimum support is ${minSupport}; it should be a share above 0 and below 1, such as 0.01, ` +
      'or a whole number of transactions, such as 100.',
  );
}
