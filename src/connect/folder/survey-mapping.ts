import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SurveyMapping } from '../../types.ts';

const suffix = '.mapping.json';
const columnKeys = ['id', 'customer', 'date', 'language', 'subject'] as const;
const keys = ['text', ...columnKeys, 'dateOrder', 'ignore'];

export function isMappingFile(path: string): boolean {
  return path.endsWith(suffix);
}

/** Where the mapping of a survey file lies: `answers.mapping.json` for `answers.csv`. */
export function mappingPath(path: string): string {
  return path.replace(/\.[^./\\]+$/, '') + suffix;
}

/**
 * The mapping that lies beside a survey file; null where there is none.
 * @throws Error that names the mapping file, what is wrong in it and what would be right.
 */
export async function readMappingBeside(path: string): Promise<SurveyMapping | null> {
  const beside = mappingPath(path);
  const written = await readFile(beside, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return written === null ? null : checkMapping(written, basename(beside));
}

/** Reads a mapping file's text. @throws Error as readMappingBeside. */
export function checkMapping(written: string, name: string): SurveyMapping {
  const value = parse(written, name);
  const wrong = (what: string) => new Error(`The mapping file ${name} ${what}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong('should hold one object, such as {"text": ["Comment"], "date": "Submitted"}.');
  }
  const given = new Map<string, unknown>(Object.entries(value));
  for (const key of given.keys()) {
    if (!keys.includes(key)) throw wrong(`has "${key}", which means nothing; it may have ${keys.join(', ')}.`);
  }
  const text = columnList(given.get('text'));
  if (!text || text.length === 0) throw wrong('should name the columns of answers: "text": ["Comment"].');
  const mapping: SurveyMapping = { text };
  for (const key of columnKeys) {
    const column = given.get(key);
    if (column === undefined) continue;
    if (typeof column !== 'string' || column === '')
      throw wrong(`should name one column as "${key}", such as "${key}": "…".`);
    mapping[key] = column;
  }
  const order = given.get('dateOrder');
  if (order === 'dmy' || order === 'mdy') mapping.dateOrder = order;
  else if (order !== undefined)
    throw wrong('has a "dateOrder" that is neither "dmy" (day first) nor "mdy" (month first).');
  const ignore = columnList(given.get('ignore') ?? []);
  if (!ignore) throw wrong('should list columns to leave out as "ignore": ["…"].');
  return ignore.length > 0 ? { ...mapping, ignore } : mapping;
}

function parse(written: string, name: string): unknown {
  try {
    return JSON.parse(written.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(`The mapping file ${name} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** A list of column names, or one name by itself; null for anything else. */
function columnList(value: unknown): string[] | null {
  const list = typeof value === 'string' ? [value] : value;
  return Array.isArray(list) && list.every((item) => typeof item === 'string' && item !== '') ? list : null;
}
