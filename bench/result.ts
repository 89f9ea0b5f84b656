/** One figure of the bench, beside that of a named alternative measured in the same run. */
export interface BenchResult {
  name: string;
  figure: number;
  unit: string;
  against: string;
  /** How many times better than `against`: above 1 is faster or smaller. */
  ratio: number;
}
