import type { SurveyMapping } from '../../types.ts';
import { dateOrder } from '../read-date.ts';
import { guessMapping } from './guess-mapping.ts';

/**
 * The mapping to read a survey with: the one given, with the order of its dates told from the sample where it says
 * nothing, or else a guess. @returns a sentence for a person where a column is missing or no column holds answers.
 */
export function settleMapping(
  given: SurveyMapping | null,
  columns: string[],
  rows: string[][],
): SurveyMapping | { reason: string } {
  if (!given) {
    const guess = guessMapping(columns, rows);
    if (guess.text.length > 0) return guess;
    return { reason: `No column looks like written answers, among ${list(columns)}. Name it in a mapping file.` };
  }
  const { text, id, customer, date, language, subject, ignore = [] } = given;
  const missing = [...text, id, customer, date, language, subject, ...ignore].filter(
    (name) => name && !columns.includes(name),
  );
  if (missing.length > 0) {
    return { reason: `The mapping names ${list(missing)}, which is no column; the columns are ${list(columns)}.` };
  }
  const at = date ? columns.indexOf(date) : -1;
  if (given.dateOrder || at < 0) return given;
  const order = dateOrder(rows.map((row) => row[at] ?? ''));
  return order ? { ...given, dateOrder: order } : given;
}

function list(names: (string | undefined)[]): string {
  const shown = names.slice(0, 12).map((name) => `"${name}"`);
  return shown.join(', ') + (names.length > shown.length ? ` and ${names.length - shown.length} more` : '');
}
