import type { SparseRow } from './csr.ts';

const nothing: SparseRow = { columns: new Int32Array(), values: new Float32Array() };

/** What a text's row is made of: grams in `width` columns, then a constant 1, then the numbers of a dense part. */
export interface RowParts {
  grams: SparseRow | null;
  width: number;
  dense: Float32Array | null;
  /** Factor of the dense part: how much it weighs against the words. */
  scale: number;
}

/** Puts a text's parts side by side: the row that weights are fitted to. */
export function joinParts({ grams, width, dense, scale }: RowParts): SparseRow {
  const { columns: from, values: given } = grams ?? nothing;
  const extra = 1 + (dense?.length ?? 0);
  const columns = new Int32Array(from.length + extra);
  const values = new Float32Array(columns.length);
  columns.set(from);
  values.set(given);
  for (let i = 0; i < extra; i += 1) {
    columns[from.length + i] = width + i;
    values[from.length + i] = i === 0 ? 1 : dense![i - 1]! * scale;
  }
  return { columns, values };
}
