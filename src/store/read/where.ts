import type { SqlValue } from '../database.ts';
import { namesSomething } from './covered.ts';
import type { TextFilter } from './filter.ts';
import { affirmedAt, understoodAt, wasRelabelled } from './labels-at.ts';

/**
 * The one place where a filter becomes SQL. Each function returns a condition for `where` and appends its values to
 * `params`; counts and lists both call it, so they cannot disagree.
 */

/** For a query over `documents d`. */
export function textsWhere(filter: TextFilter, params: SqlValue[]): string {
  const conditions = documentConditions(filter, params);
  const ofCase = caseConditions(filter, params);
  if (ofCase.length > 0) {
    conditions.push(`exists (select from cases k where k.document_id = d.id and ${all(ofCase)})`);
  }
  if (filter.through !== null) conditions.push(`d.id <= ${bind(params, filter.through)}::bigint`);
  return all(conditions);
}

/** For a query over `cases k`. */
export function casesWhere(filter: TextFilter, params: SqlValue[]): string {
  const conditions = caseConditions(filter, params);
  const ofDocument = documentConditions(filter, params);
  if (ofDocument.length > 0) {
    conditions.push(`exists (select from documents d where d.id = k.document_id and ${all(ofDocument)})`);
  }
  if (filter.through !== null) conditions.push(`k.document_id <= ${bind(params, filter.through)}::bigint`);
  return all(conditions);
}

/**
 * For a query over `tallies t`, which know days and channels and speak of all texts that there are.
 * @throws Error when the filter sets another condition.
 */
export function talliesWhere(filter: TextFilter, params: SqlValue[]): string {
  const { fromDay, toDay, channels, ...others } = filter;
  for (const [name, value] of Object.entries(others)) {
    if (isSet(value)) throw new Error(`Tallies know days and channels, but the filter sets "${name}" as well.`);
  }
  return all(dayAndChannelConditions({ fromDay, toDay, channels }, params, 't'));
}

function documentConditions(filter: TextFilter, params: SqlValue[]): string[] {
  const conditions = dayAndChannelConditions(filter, params, 'd');
  const set = (sql: (value: string) => string, value: SqlValue) => conditions.push(sql(bind(params, value)));
  for (const category of filter.categories) conditions.push(affirms(category, filter, params));
  if (filter.after !== null) set((v) => `d.id > ${v}::bigint`, filter.after);
  if (filter.relabelled !== null) conditions.push(wasRelabelled(filter.relabelled, params));
  if (filter.facets.length > 0) {
    set(
      (v) => `exists (select from document_categories c where c.document_id = d.id and c.facet = any(${v}::text[]))`,
      [...filter.facets],
    );
  }
  if (filter.languages.length > 0) set((v) => `d.language = any(${v}::text[])`, filter.languages);
  if (filter.understood !== null) {
    const understood = filter.labelsAt === null ? 'd.understood' : understoodAt(filter.labelsAt, params);
    conditions.push(filter.understood ? understood : `not ${understood}`);
  }
  if (filter.grades.length > 0) set((v) => `d.grade = any(${v}::smallint[])`, filter.grades);
  if (filter.customer !== null) set((v) => `d.customer_id = ${v}`, filter.customer);
  for (const [name, value] of filter.attributes) {
    set((v) => `d.attributes @> ${v}::jsonb`, JSON.stringify({ [name]: value }));
  }
  if (filter.covered !== null) conditions.push(filter.covered ? namesSomething : `not ${namesSomething}`);
  if (filter.found !== null) conditions.push(ofFinding(filter.found, params));
  for (const name of filter.fields) set((v) => `coalesce(d.attributes ->> ${v}::text, '') <> ''`, name);
  for (const [name, low, high] of filter.ranges) {
    const value = `d.attributes ->> ${bind(params, name)}::text`;
    const within = `between ${bind(params, String(low))}::numeric and ${bind(params, String(high))}::numeric`;
    // Only `case` promises that what is no number is never cast to one.
    conditions.push(
      `case when ${value} ~ '^-?[0-9]{1,15}([.][0-9]{1,15})?$' then (${value})::numeric ${within} else false end`,
    );
  }
  for (const word of filter.words.split(/\s+/u).filter(Boolean)) conditions.push(names(word, params));
  return conditions;
}

function dayAndChannelConditions(
  filter: Pick<TextFilter, 'fromDay' | 'toDay' | 'channels'>,
  params: SqlValue[],
  alias: 'd' | 't',
): string[] {
  const conditions: string[] = [];
  if (filter.fromDay !== null) conditions.push(`${alias}.day >= ${bind(params, filter.fromDay)}::date`);
  if (filter.toDay !== null) conditions.push(`${alias}.day <= ${bind(params, filter.toDay)}::date`);
  if (filter.channels.length > 0) conditions.push(`${alias}.channel = any(${bind(params, filter.channels)}::text[])`);
  return conditions;
}

/** The finding's own list of texts; no text where the night's findings are gone. */
function ofFinding(found: string, params: SqlValue[]): string {
  const [run = '', kind = '', place = ''] = found.split('/');
  const known = `f.run_id = ${bind(params, run)}::bigint and f.kind = ${bind(params, kind)} and f.place = ${bind(params, place)}::int`;
  return `d.id in (select jsonb_array_elements_text(f.item -> 'documents')::bigint from findings f where ${known})`;
}

function affirms(category: string, filter: TextFilter, params: SqlValue[]): string {
  if (filter.labelsAt !== null) return affirmedAt(category, filter.labelsAt, params);
  const conditions = ['c.document_id = d.id', `c.category = ${bind(params, category)}`];
  if (filter.categoryGrades.length > 0) {
    conditions.push(`c.grade = any(${bind(params, filter.categoryGrades)}::smallint[])`);
  }
  return `exists (select from document_categories c where ${all(conditions)})`;
}

/** By the index of words, but for texts as long as books, and for what holds no letter or digit. */
function names(word: string, params: SqlValue[]): string {
  const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  if (!/[\p{L}\p{N}]/u.test(word)) {
    const sought = bind(params, part);
    return `(d.text ilike ${sought} or d.subject ilike ${sought})`;
  }
  const indexed = `search_words(d.subject, d.text) @@ search_phrase(${bind(params, word)}::text)`;
  return `(${indexed} or (char_length(d.text) > 200000 and d.text ilike ${bind(params, part)}))`;
}

function caseConditions(filter: TextFilter, params: SqlValue[]): string[] {
  const conditions: string[] = [];
  if (filter.teams.length > 0) conditions.push(`k.team = any(${bind(params, filter.teams)}::text[])`);
  if (filter.caseStates.length > 0) conditions.push(`k.state = any(${bind(params, filter.caseStates)}::text[])`);
  if (filter.priorities.length > 0) conditions.push(`k.priority = any(${bind(params, filter.priorities)}::text[])`);
  if (filter.overdueAt !== null) {
    conditions.push(`(k.state in ('open', 'accepted') and k.due_at < ${bind(params, filter.overdueAt)}::timestamptz)`);
  }
  return conditions;
}

function bind(params: SqlValue[], value: SqlValue): string {
  return `$${params.push(value)}`;
}

function all(conditions: string[]): string {
  return conditions.length > 0 ? conditions.join(' and ') : 'true';
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== '';
}
