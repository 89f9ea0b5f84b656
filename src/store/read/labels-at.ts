import type { SqlValue } from '../database.ts';
import type { Relabelled } from './filter.ts';

/**
 * What a text was counted for at an earlier moment, undone from what it is counted for now: for a query over
 * `documents d`. A moment is the id of the last change of labels before it.
 */

/** Whether the text affirmed a category then. */
export function affirmedAt(category: string, change: number, params: SqlValue[]): string {
  const name = `$${params.push(category)}::text`;
  const since = `from label_changes where category = ${name} and id > $${params.push(change)}::bigint group by document_id`;
  // Sets in place of a look at each text: changes are few, and the sets are hashed once.
  return `d.id in (
    select document_id from document_categories where category = ${name}
      and document_id not in (select document_id ${since} having sum(change) > 0)
    union all select document_id ${since} having sum(change) < 0)`;
}

/** Whether the text was one that a model reads then. */
export function understoodAt(change: number, params: SqlValue[]): string {
  const since = `from label_changes where category = '' and id > $${params.push(change)}::bigint group by document_id`;
  return `(d.understood <> (d.id in (select document_id ${since} having sum(change) <> 0)))`;
}

/** Whether the text came to affirm all of the categories, or ceased to, between two moments and for the reason. */
export function wasRelabelled({ cause, added, from, to, categories }: Relabelled, params: SqlValue[]): string {
  const allAt = (change: number) =>
    categories
      .map((category) => (category === '' ? understoodAt(change, params) : affirmedAt(category, change, params)))
      .join(' and ');
  const [now, then] = [allAt(to), allAt(from)];
  const changed = `select l.document_id from label_changes l
    left join version_changes v on v.document_id = l.document_id and v.transaction_id = l.transaction_id
    where l.id > $${params.push(from)}::bigint and l.id <= $${params.push(to)}::bigint
      and l.category = any($${params.push(categories)}::text[])
      and ${causeSql[cause]}`;
  return `(d.id in (${changed}) and ${added ? `(${now}) and not (${then})` : `(${then}) and not (${now})`})`;
}

const causeSql = { relabelled: 'v.vocabulary is null', vocabulary: 'v.vocabulary', model: 'not v.vocabulary' };
