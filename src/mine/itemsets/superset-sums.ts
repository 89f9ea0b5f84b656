/**
 * Turns counts by exact set into supports: afterwards `table[set]` is the sum over every set that contains it.
 * Sets are bit masks of `items` items, so the table has 2^items cells. (Yates's method, the zeta transform of a lattice.)
 */
export function supersetSums(table: Int32Array, items: number): void {
  const cells = 1 << items;
  for (let half = 1; half < cells; half *= 2) {
    for (let block = 0; block < cells; block += 2 * half) {
      for (let set = block; set < block + half; set++) table[set]! += table[set + half]!;
    }
  }
}
