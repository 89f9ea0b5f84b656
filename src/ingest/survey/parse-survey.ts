import type { Document, RawText, SurveyMapping, Utterance } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { tidyLine, tidyText } from '../bytes/tidy-text.ts';
import { customerId } from '../customer-id.ts';
import { fingerprint } from '../fingerprint.ts';
import { languageCode, tellLanguage } from '../language.ts';
import { readDate } from '../read-date.ts';
import { receivedAt } from '../received-at.ts';
import { guessMapping } from './guess-mapping.ts';
import { readJsonLine } from './json-line.ts';
import { readRow } from './read-table.ts';

/**
 * Reads one survey answer: a row under its header, or one line of JSON. The answer columns become the text, each an
 * utterance of the customer with the column's name for a speaker, with a blank line between; columns that the mapping
 * does not name become attributes, blank ones left out.
 * @throws Error that names the columns, where none of them holds an answer.
 */
export function parseSurvey(raw: RawText): Document {
  const record = raw.format === 'jsonl' ? readLine(raw) : readTableRow(raw);
  const columns = [...record.keys()];
  const mapping = raw.mapping ?? guessMapping(columns, [[...record.values()]]);
  const { text, utterances } = joinAnswers(record, mapping);
  if (text === '') throw new Error(`The answer has no text in ${named(mapping.text, columns)}.`);
  const value = (column: string | undefined) => (column ? tidyLine(record.get(column) ?? '') || null : null);
  const date = value(mapping.date);
  return {
    rawId: raw.id,
    fingerprint: fingerprint('survey', raw.id),
    channel: raw.channel,
    source: raw.source,
    externalId: value(mapping.id),
    threadId: null,
    customerId: customerId(value(mapping.customer)),
    receivedAt: receivedAt(date ? readDate(date, mapping.dateOrder ?? null) : null, raw.modifiedAt),
    language: languageCode(value(mapping.language)) ?? tellLanguage(text),
    subject: value(mapping.subject),
    text,
    utterances,
    attributes: attributesOf(record, mapping),
  };
}

function readTableRow(raw: RawText): Map<string, string> {
  const row = readRow(Buffer.from(decodeText(raw.bytes)));
  if (!row) throw new Error('The row or its header is missing; expected a header line and one row.');
  const { columns, cells } = row;
  if (cells.length !== columns.length) {
    throw new Error(`The row has ${cells.length} columns where the header has ${columns.length}.`);
  }
  return new Map(columns.map((column, index) => [column, cells[index]!]));
}

function readLine(raw: RawText): Map<string, string> {
  const record = readJsonLine(decodeText(raw.bytes));
  if (!record) throw new Error('The line is not a JSON object.');
  return record;
}

function joinAnswers(record: Map<string, string>, mapping: SurveyMapping): { text: string; utterances: Utterance[] } {
  const utterances: Utterance[] = [];
  let text = '';
  for (const column of mapping.text) {
    const answer = tidyText(record.get(column) ?? '');
    if (answer === '') continue;
    if (text !== '') text += '\n\n';
    utterances.push({
      speaker: column,
      role: 'customer',
      start: text.length,
      end: text.length + answer.length,
      at: null,
    });
    text += answer;
  }
  return { text, utterances };
}

function attributesOf(record: Map<string, string>, mapping: SurveyMapping): Record<string, string> {
  const { text, id, customer, date, language, subject, ignore = [] } = mapping;
  const taken = new Set([...text, id, customer, date, language, subject, ...ignore]);
  const attributes: [string, string][] = [];
  for (const [column, cell] of record) {
    const value = tidyLine(cell);
    if (value !== '' && !taken.has(column)) attributes.push([tidyLine(column), value]);
  }
  return Object.fromEntries(attributes);
}

function named(text: string[], columns: string[]): string {
  if (text.length === 0) return `any column (${columns.join(', ')})`;
  return `${text.length === 1 ? 'column' : 'columns'} ${text.map((name) => `"${name}"`).join(', ')}`;
}
