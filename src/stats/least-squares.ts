/** A row of a regression: the columns that are not 0, with their values, and what is to be explained. */
export interface RegressionRow {
  columns: ArrayLike<number>;
  /** Left out, every column is 1. */
  values?: ArrayLike<number>;
  outcome: number;
}

export interface Coefficient {
  /** NaN never: null where the column says nothing that others do not. */
  value: number | null;
  /** Robust standard error. */
  error: number | null;
}

/**
 * Ordinary least squares with standard errors that hold whatever the scatter of each row (H. White, Econometrica 48, 1980,
 * scaled by n/(n − k) as J. MacKinnon and H. White, Journal of Econometrics 29, 1985, call HC1). Column 0 should be the constant.
 * Columns are scaled before the normal equations are solved, and one that others determine is dropped. Reads the rows twice;
 * memory grows with the square of the columns, not with the rows.
 * @throws RangeError where rows are fewer than columns that say something.
 */
export function leastSquares(
  eachRow: (visit: (row: RegressionRow) => void) => void,
  width: number,
): { coefficients: Coefficient[]; rows: number; explained: number } {
  const sums = new Float64Array(width * width);
  const products = new Float64Array(width);
  let [rows, total, squares] = [0, 0, 0];
  eachRow(({ columns, values, outcome }) => {
    rows += 1;
    total += outcome;
    squares += outcome * outcome;
    for (let at = 0; at < columns.length; at++) {
      const value = values?.[at] ?? 1;
      products[columns[at]!]! += value * outcome;
      for (let other = 0; other < columns.length; other++) {
        sums[columns[at]! * width + columns[other]!]! += value * (values?.[other] ?? 1);
      }
    }
  });
  const { inverse, kept } = invert(sums, width);
  if (rows <= kept.length) {
    throw new RangeError(`leastSquares got ${rows} rows for ${kept.length} columns; it needs more rows than columns.`);
  }
  const value = multiply(inverse, products, width);
  const { meat, residual } = residuals(eachRow, value, width);
  const variance = sandwich(inverse, meat, width);
  const isKept = new Set(kept);
  const scale = rows / (rows - kept.length);
  const scatter = squares - (total * total) / rows;
  return {
    rows,
    explained: scatter > 0 ? Math.max(0, 1 - residual / scatter) : 0,
    coefficients: Array.from({ length: width }, (_, at) =>
      isKept.has(at)
        ? { value: value[at]!, error: Math.sqrt(Math.max(0, variance[at]! * scale)) }
        : { value: null, error: null },
    ),
  };
}

/** Below this share of a column left unexplained by those before it, it says nothing of its own. */
const tolerance = 1e-10;

/** Inverts a matrix of sums of products by sweeps (A. Beaton, 1964), scaled to a diagonal of 1; columns that depend on others stay 0. */
function invert(sums: Float64Array, width: number): { inverse: Float64Array; kept: number[] } {
  const scales = Array.from({ length: width }, (_, at) => Math.sqrt(sums[at * width + at]!) || 1);
  const matrix = sums.map((sum, at) => sum / (scales[Math.floor(at / width)]! * scales[at % width]!));
  const kept: number[] = [];
  for (let pivot = 0; pivot < width; pivot++) {
    if (matrix[pivot * width + pivot]! <= tolerance) continue;
    sweep(matrix, width, pivot);
    kept.push(pivot);
  }
  const inverse = new Float64Array(width * width);
  for (const row of kept) {
    for (const column of kept) {
      inverse[row * width + column] = matrix[row * width + column]! / (scales[row]! * scales[column]!);
    }
  }
  return { inverse, kept };
}

function sweep(matrix: Float64Array, width: number, pivot: number): void {
  const diagonal = matrix[pivot * width + pivot]!;
  const column = Float64Array.from({ length: width }, (_, row) => matrix[row * width + pivot]!);
  const across = matrix.slice(pivot * width, (pivot + 1) * width).map((value) => value / diagonal);
  for (let row = 0; row < width; row++) {
    if (row === pivot || column[row] === 0) continue;
    for (let at = 0; at < width; at++) matrix[row * width + at]! -= column[row]! * across[at]!;
    matrix[row * width + pivot] = -column[row]! / diagonal;
  }
  matrix.set(across, pivot * width);
  matrix[pivot * width + pivot] = 1 / diagonal;
}

function multiply(matrix: Float64Array, vector: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, row) => {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += matrix[row * width + at]! * vector[at]!;
    return sum;
  });
}

function residuals(
  eachRow: (visit: (row: RegressionRow) => void) => void,
  value: Float64Array,
  width: number,
): { meat: Float64Array; residual: number } {
  const meat = new Float64Array(width * width);
  let residual = 0;
  eachRow(({ columns, values, outcome }) => {
    let left = outcome;
    for (let at = 0; at < columns.length; at++) left -= value[columns[at]!]! * (values?.[at] ?? 1);
    const square = left * left;
    residual += square;
    for (let at = 0; at < columns.length; at++) {
      for (let other = 0; other < columns.length; other++) {
        const weight = (values?.[at] ?? 1) * (values?.[other] ?? 1);
        meat[columns[at]! * width + columns[other]!]! += square * weight;
      }
    }
  });
  return { meat, residual };
}

/** The diagonal of inverse · meat · inverse. */
function sandwich(inverse: Float64Array, meat: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, at) => {
    const row = inverse.subarray(at * width, (at + 1) * width);
    const through = multiply(meat, Float64Array.from(row), width);
    return row.reduce((sum, value, other) => sum + value * through[other]!, 0);
  });
}
