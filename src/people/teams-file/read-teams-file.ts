import { parse as parseCsv } from 'csv-parse/sync';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { weekdays } from '../../pipeline.ts';
import { Refusal } from '../refusal.ts';
import { type TeamEntry, teamFields } from './team-entry.ts';

export type TeamsFormat = 'yaml' | 'csv';

const shape = 'It should look like "billing:" with "name: Billing" below it; "earshot teams export" shows a whole one.';

/**
 * Reads what a file says of teams: YAML, JSON (which is YAML), or CSV with a column `team` and one for each field.
 * @throws Refusal that names the line where the file cannot be read.
 */
export function readTeamsFile(text: string, format: TeamsFormat): TeamEntry[] {
  const entries = format === 'csv' ? readCsv(text) : readYaml(text);
  if (entries.length === 0) throw new Refusal(`The file names no team. ${shape}`);
  const seen = new Map<string, number>();
  for (const { key, line } of entries) {
    const earlier = seen.get(key);
    if (earlier !== undefined)
      throw new Refusal(`Line ${line}: the team "${key}" is there already, on line ${earlier}.`);
    seen.set(key, line);
  }
  return entries;
}

function readYaml(text: string): TeamEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw new Refusal(`Line ${error.linePos?.[0].line ?? 1}: ${error.message.split('\n')[0]}`);
  const lineOf = (node: unknown): number => lines.linePos((node as Node | null)?.range?.[0] ?? 0).line;
  if (!isMap(document.contents)) throw new Refusal(`Line 1: it should be teams by their keys. ${shape}`);
  const whole = document.contents.get('teams', true);
  const teams = isMap(whole) ? whole : document.contents;
  return teams.items.map(({ key, value }) => {
    const name = String(isScalar(key) ? key.value : key);
    const line = lineOf(key);
    if (!isMap(value)) throw new Refusal(`Line ${line}: "${name}" should have fields below it. ${shape}`);
    const fields: TeamEntry['fields'] = new Map();
    collect(value, '', (field, written, node) => fields.set(field, { value: written, line: lineOf(node) }));
    return { key: name, line, fields };
  });
}

/** Tells every field of a team, those below another as `hours.mon`; `mon-fri` stands for five. */
function collect(node: unknown, prefix: string, tell: (field: string, value: string, node: unknown) => void): void {
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    const name = `${prefix}${String(isScalar(key) ? key.value : key)}`;
    if (isMap(value)) collect(value, `${name}.`, tell);
    else for (const field of spread(name)) tell(field, written(value), key);
  }
}

function spread(field: string): string[] {
  const [, first, last] = /^hours\.(\w+)-(\w+)$/.exec(field) ?? [];
  const days: readonly string[] = weekdays;
  const from = days.indexOf(first ?? '');
  const to = days.indexOf(last ?? '');
  return from >= 0 && to >= from ? weekdays.slice(from, to + 1).map((day) => `hours.${day}`) : [field];
}

function written(node: unknown): string {
  if (isSeq(node)) return node.items.map(written).join(', ');
  if (!isScalar(node) || node.value === null) return '';
  // `24:00` and 2026-12-25 as written, whatever YAML would make of them.
  return node.source ?? String(node.value);
}

function readCsv(text: string): TeamEntry[] {
  let rows: { record: string[]; info: { lines: number } }[];
  try {
    rows = parseCsv(text, {
      info: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    }) as never;
  } catch (error) {
    throw new Refusal(`It is no CSV: ${error instanceof Error ? error.message : error}`);
  }
  const [head, ...body] = rows;
  const columns = head?.record ?? [];
  const unknown = columns.find((column) => column !== 'team' && !teamFields.includes(column));
  if (!columns.includes('team'))
    throw new Refusal(`Line 1: there is no column "team". The others are ${teamFields.join(', ')}.`);
  if (unknown !== undefined)
    throw new Refusal(`Line 1: "${unknown}" is no column; they are team, ${teamFields.join(', ')}.`);
  return body.map(({ record, info: { lines: line } }) => {
    if (record.length > columns.length) {
      throw new Refusal(`Line ${line}: it has ${record.length} fields, but line 1 names ${columns.length}.`);
    }
    const fields: TeamEntry['fields'] = new Map();
    for (const [at, column] of columns.entries()) {
      if (column !== 'team') fields.set(column, { value: record[at] ?? '', line });
    }
    return { key: record[columns.indexOf('team')] ?? '', line, fields };
  });
}
