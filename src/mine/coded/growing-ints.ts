/** A list of 32-bit whole numbers that grows at its end. */
export interface GrowingInts {
  readonly length: number;
  push(value: number): void;
  /** The numbers so far; good until the next push. */
  values(): Int32Array;
}

export function createGrowingInts(): GrowingInts {
  let list = new Int32Array(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === list.length) {
        const longer = new Int32Array(list.length * 2);
        longer.set(list);
        list = longer;
      }
      list[length++] = value;
    },
    values: () => list.subarray(0, length),
  };
}
