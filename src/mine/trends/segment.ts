/**
 * The best parting of a series of counts into segments of one rate each: the one that costs least, when a segment costs
 * −2 log likelihood of its counts as Poisson with the segment's own rate, and each segment after the first costs `price`
 * more. Found by dynamic programming over the last change; cost grows with the square of the length.
 * @param exposures what counts are in proportion to, such as texts. @returns where segments start, 0 the first.
 */
export function segment(
  counts: readonly number[],
  exposures: readonly number[],
  { price, shortest }: { price: number; shortest: number },
): number[] {
  const { length } = counts;
  const sums = [{ count: 0, exposure: 0 }];
  for (const [at, count] of counts.entries()) {
    const last = sums[at]!;
    sums.push({ count: last.count + count, exposure: last.exposure + exposures[at]! });
  }
  const costOf = (from: number, to: number): number => {
    const count = sums[to]!.count - sums[from]!.count;
    const exposure = sums[to]!.exposure - sums[from]!.exposure;
    return count === 0 ? 0 : -2 * count * Math.log(count / exposure);
  };
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const startOf = new Int32Array(length + 1);
  best[0] = -price;
  for (let to = shortest; to <= length; to++) {
    for (let from = 0; from <= to - shortest; from++) {
      const cost = best[from]! + costOf(from, to) + price;
      if (cost < best[to]!) {
        best[to] = cost;
        startOf[to] = from;
      }
    }
  }
  const starts: number[] = [];
  for (let to = length; to > 0; to = startOf[to]!) starts.unshift(startOf[to]!);
  return starts;
}
