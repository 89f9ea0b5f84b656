/** A map from 32-bit hashes to small numbers, by open addressing in typed arrays: a few nanoseconds a look-up. */
export interface GramTable {
  size: number;
  /** The value kept for a hash, or −1. */
  get(hash: number): number;
  set(hash: number, value: number): void;
  entries(): IterableIterator<[hash: number, value: number]>;
}

/** @param expected number of entries; the table grows beyond it by itself. */
export function createGramTable(expected = 1024): GramTable {
  let capacity = 2048;
  while (capacity < expected * 2) capacity *= 2;
  let keys = new Uint32Array(capacity);
  let values = new Int32Array(capacity).fill(-1);
  let size = 0;

  const slotOf = (hash: number): number => {
    const last = capacity - 1;
    let slot = hash & last;
    while (values[slot] !== -1 && keys[slot] !== hash) slot = (slot + 1) & last;
    return slot;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    capacity *= 2;
    keys = new Uint32Array(capacity);
    values = new Int32Array(capacity).fill(-1);
    for (let slot = 0; slot < oldKeys.length; slot += 1) {
      if (oldValues[slot] === -1) continue;
      const to = slotOf(oldKeys[slot]!);
      keys[to] = oldKeys[slot]!;
      values[to] = oldValues[slot]!;
    }
  };

  return {
    get size() {
      return size;
    },
    get: (hash) => values[slotOf(hash)]!,
    set(hash, value) {
      const slot = slotOf(hash);
      if (values[slot] === -1) {
        size += 1;
        keys[slot] = hash;
      }
      values[slot] = value;
      if (size * 2 > capacity) grow();
    },
    *entries() {
      for (let slot = 0; slot < capacity; slot += 1) if (values[slot] !== -1) yield [keys[slot]!, values[slot]!];
    },
  };
}
