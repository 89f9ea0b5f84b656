import type { SurveyMapping } from '../../types.ts';
import { type DateOrder, dateOrder, readDate } from '../read-date.ts';
import { type ColumnProfile, profileColumns } from './profile-columns.ts';

const names = {
  text: /comment|feedback|verbatim|review|free.?text|\btext\b|message|narrative|description|complain|opinion|remark|suggest|improve|utterance|\bbody\b|\bwhy\b|reason|answer|response|意见|评论|评价|反馈|留言|内容|详情|建议|kommentar|anmerkung|meinung|commentaire|comentario/i,
  /** Names that leave no doubt, so that answers of one word count too. */
  terse:
    /comment|feedback|verbatim|review|free.?text|\btext\b|opinion|remark|suggest|意见|评论|评价|反馈|留言|kommentar|commentaire|comentario/i,
  /** What the company wrote back: neither the customer's words nor coded data. */
  reply: /^(agent |company |our )?(answer|reply|response)\b|public response|答复|回复/i,
  id: /(^|[^a-z])(id|no|nr|number|key|ref|reference|#)$|编号|^(?:comment|response|ticket|review|tweet|answer)_?id$|id$/i,
  customer: /customer|client|\buser|respondent|member|account|caller|顾客|客户|用户|kunde/i,
  date: /date|time|timestamp|created|submitted|received|datum|日期|时间/i,
  language: /^(lang|language|locale|sprache|langue|idioma|语言)$/i,
  subject: /^(subject|title|headline|summary|betreff|subjet|asunto|.*(主题|标题))$/i,
};

/** Words in a cell, on the mean, from which a column reads like sentences. */
const PROSE_WORDS = 4;

/**
 * Guesses what the columns of a survey mean, from their names and what stands in the first rows (about 200 are enough).
 * Answers are the column with the longest and most varied prose, and those that come near it or are named as answers.
 * `text` is empty where no column looks like answers. Long prose that is no answer, such as the company's reply, is
 * ignored rather than taken for coded data.
 * @param columns names as `columnNames` gives them.
 * @param rows cells of the first rows; ragged ones count for nothing.
 */
export function guessMapping(columns: string[], rows: string[][]): SurveyMapping {
  const profiles = profileColumns(columns, rows);
  const prose = profiles.filter(looksLikeProse);
  const text = answers(profiles, prose);
  const subject = text.length > 0 ? profiles.find((column) => named(column, 'subject') && column.words > 1) : undefined;
  const textNames = text.map(({ name }) => name).filter((name) => name !== subject?.name || text.length === 1);
  const free = profiles.filter(({ name }) => !textNames.includes(name) && name !== subject?.name);
  const date = guessDate(free);
  const others = free.filter(({ name }) => name !== date?.name);
  const customer = others.find(isCustomer);
  const id = guessId(others.filter((column) => column !== customer));
  const language = others.find((column) => named(column, 'language'));
  const ignore = others.filter((column) => prose.includes(column) || isReply(column)).map(({ name }) => name);
  return {
    text: textNames,
    ...(id && { id: id.name }),
    ...(customer && { customer: customer.name }),
    ...(date && { date: date.name }),
    ...(date?.order && { dateOrder: date.order }),
    ...(language && { language: language.name }),
    ...(subject && !textNames.includes(subject.name) && { subject: subject.name }),
    ...(ignore.length > 0 && { ignore }),
  };
}

function named(column: ColumnProfile, meaning: keyof typeof names): boolean {
  return names[meaning].test(column.name);
}

/** Sentences, mostly different from row to row; a column named as answers may be terse and repeat itself. */
function looksLikeProse(column: ColumnProfile): boolean {
  if (column.filled === 0 || column.letters < 0.5) return false;
  const varied = column.distinct >= Math.min(0.4, 20 / column.filled + 0.1);
  if (named(column, 'text')) return column.words >= 1.5 && (varied || column.distinct * column.filled > 10);
  return column.words >= PROSE_WORDS && varied;
}

function isReply(column: ColumnProfile): boolean {
  return named(column, 'reply') && column.words >= PROSE_WORDS;
}

/** A short name and short values that are not the same few again and again. */
function isCustomer(column: ColumnProfile): boolean {
  return named(column, 'customer') && column.name.length <= 40 && !column.coded && column.words < PROSE_WORDS;
}

/**
 * The richest column of prose and those at least a quarter as long, or named as answers and a tenth as long. Where no
 * column is prose, answers are terse ("Good"): then the wordiest column surely named as answers, or the only column there is.
 */
function answers(profiles: ColumnProfile[], prose: ColumnProfile[]): ColumnProfile[] {
  const own = prose.filter((column) => !named(column, 'reply'));
  const candidates = own.length > 0 ? own : prose;
  const longest = Math.max(0, ...candidates.map(({ words }) => words));
  if (longest > 0)
    return candidates.filter(({ words, name }) => words >= longest * (names.text.test(name) ? 0.1 : 0.25));
  const terse = profiles.filter((column) => column.letters >= 0.5 && (named(column, 'terse') || profiles.length === 1));
  return terse.sort((one, two) => two.words - one.words).slice(0, 1);
}

/** Of the columns that hold dates: named as one before not, readable throughout before in part. */
function guessDate(columns: ColumnProfile[]): (ColumnProfile & { order: DateOrder | null }) | null {
  let best: (ColumnProfile & { order: DateOrder | null }) | null = null;
  let bestScore = 0;
  for (const column of columns) {
    const order = dateOrder(column.values);
    const share = column.values.filter((value) => readDate(value, order ?? 'dmy')).length / (column.filled || 1);
    const plain = column.values.every((value) => /^\d+$/.test(value));
    const score = share * (named(column, 'date') ? 2 : plain ? 0 : 1) * (named(column, 'reply') ? 0.4 : 1);
    if (share >= 0.8 && score > bestScore) [best, bestScore] = [{ ...column, order }, score];
  }
  return best;
}

/** A column whose values are all there and all different, and whose name says so or is missing. */
function guessId(columns: ColumnProfile[]): ColumnProfile | undefined {
  const unique = columns.filter(
    ({ filled, distinct, share, words }) => filled > 1 && distinct === 1 && share === 1 && words <= 2,
  );
  return unique.find((column) => named(column, 'id')) ?? unique.find(({ name }) => name === 'column 1');
}
