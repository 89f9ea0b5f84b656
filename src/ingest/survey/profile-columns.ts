/** What the first rows of a column look like. */
export interface ColumnProfile {
  name: string;
  /** Values that are not blank. */
  values: string[];
  filled: number;
  /** Share of rows that are filled. */
  share: number;
  /** Share of filled values that differ. */
  distinct: number;
  /** Words of a filled value, on the mean; two Chinese or Japanese characters count as one. */
  words: number;
  /** Share of characters that are letters. */
  letters: number;
  /** Few values that come again and again: a coded column. */
  coded: boolean;
}

/** Looks at each column of a table's first rows; rows of another width than the header are passed over. */
export function profileColumns(columns: string[], rows: string[][]): ColumnProfile[] {
  const whole = rows.filter((row) => row.length === columns.length);
  return columns.map((name, index) => {
    const values = whole.map((row) => row[index]!.trim()).filter((value) => value !== '');
    const distinct = new Set(values).size;
    const characters = values.reduce((sum, value) => sum + value.length, 0);
    return {
      name,
      values,
      filled: values.length,
      share: whole.length === 0 ? 0 : values.length / whole.length,
      distinct: values.length === 0 ? 0 : distinct / values.length,
      words: mean(values.map(wordCount)),
      letters: characters === 0 ? 0 : mean(values.map((value) => (value.match(/\p{L}/gu)?.length ?? 0) / value.length)),
      coded: values.length >= 20 && distinct <= values.length / 10,
    };
  });
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function wordCount(value: string): number {
  const east = value.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const words = value.match(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu)?.length ?? 0;
  return words + east / 2;
}
