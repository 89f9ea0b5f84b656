const FREE = 0n;

/**
 * Counts how often each digest was met, in eight bytes a digest: a survey of millions of rows must not fill the memory.
 * Two texts of one file would need the same first 64 bits of SHA-256 to be taken for each other.
 * @returns a function that tells how often this digest was met before.
 */
export function digestCounter(): (digest: Buffer) => number {
  let slots = new BigUint64Array(1024);
  let used = 0;
  /** Only digests met more than once need a count. */
  const repeats = new Map<bigint, number>();

  function place(table: BigUint64Array, key: bigint): number {
    const mask = table.length - 1;
    let slot = Number(key & BigInt(mask));
    while (table[slot] !== FREE && table[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const larger = new BigUint64Array(slots.length * 2);
    for (const key of slots) if (key !== FREE) larger[place(larger, key)] = key;
    slots = larger;
  }

  return (digest) => {
    const key = digest.readBigUInt64LE(0) || 1n;
    const slot = place(slots, key);
    if (slots[slot] === key) {
      const before = repeats.get(key) ?? 1;
      repeats.set(key, before + 1);
      return before;
    }
    slots[slot] = key;
    used++;
    if (used * 2 > slots.length) grow();
    return 0;
  };
}
