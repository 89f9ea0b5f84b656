/** A sparse row: the columns that are not 0, and their values. */
export interface SparseRow {
  columns: Int32Array;
  values: Float32Array;
}

/** A sparse matrix in compressed rows: row i holds `columns` and `values` from `starts[i]` to `starts[i + 1]`. */
export interface Csr {
  rows: number;
  width: number;
  starts: Uint32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** Stacks rows into one matrix. */
export function stackRows(rows: SparseRow[], width: number): Csr {
  const starts = new Uint32Array(rows.length + 1);
  for (const [index, row] of rows.entries()) starts[index + 1] = starts[index]! + row.columns.length;
  const columns = new Int32Array(starts[rows.length]!);
  const values = new Float32Array(starts[rows.length]!);
  for (const [index, row] of rows.entries()) {
    columns.set(row.columns, starts[index]!);
    values.set(row.values, starts[index]!);
  }
  return { rows: rows.length, width, starts, columns, values };
}
