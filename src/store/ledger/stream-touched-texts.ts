import type { Cause, NightBounds, TouchedText } from '../../types/differences.ts';
import type { Queryable } from '../database.ts';

/** The earlier of two nights, with the highest change of labels that it had seen. */
export type EarlierNight = NightBounds & { throughChange: number };

/** What became of a category of a text since the earlier night: the sum of its changes, and the cause of the last. */
interface NetChange {
  category: string;
  net: number;
  cause: Cause;
}

type Row = { id: number; day: string; now: string[]; changes: NetChange[] };

const textsAtOnce = 1000;

/**
 * Texts received since the night before, arrived since, inside only one of the two windows, or labelled otherwise since:
 * so the work grows with what changed, not with the store.
 */
const touchedSql = `
  with touched as (
    select id, day from documents where id > $1 and id <= $3 and day > $4::date and day <= $6::date
    union select id, day from documents where id > greatest($1, $2) and id <= $3 and day <= $6::date
    union select id, day from documents where id > $1 and id <= $2
      and day >= least(coalesce($5::date, '-infinity'), coalesce($7::date, '-infinity'))
      and day < greatest(coalesce($5::date, '-infinity'), coalesce($7::date, '-infinity'))
    union select document_id, day from label_changes where document_id > $1 and document_id <= $2 and id > $8
    order by id limit $9
  )
  select t.id, t.day,
    (select coalesce(array_agg(c.category order by c.category collate "C"), '{}') from document_categories c where c.document_id = t.id)
      || (select coalesce(array_agg(''::text), '{}') from documents d where d.id = t.id and d.understood) as now,
    (select coalesce(jsonb_agg(jsonb_build_object('category', l.category, 'net', l.net, 'cause', case
        when not exists (select from documents d where d.id = t.id) then 'erased'
        when v.vocabulary then 'vocabulary' when not v.vocabulary then 'model' else 'relabelled' end)
        order by l.category collate "C"), '[]')
     from (select category, sum(change)::int as net, (array_agg(transaction_id order by id desc))[1] as transaction_id
           from label_changes where document_id = t.id and id > $8 group by category having sum(change) <> 0) l
     left join version_changes v on v.document_id = t.id and v.transaction_id = l.transaction_id) as changes
  from touched t order by t.id`;

/** Brings every text that could count otherwise at the two nights, in the order of ids. */
export async function streamTouchedTexts(
  db: Queryable,
  before: EarlierNight,
  night: NightBounds,
  onText: (text: TouchedText) => void,
): Promise<void> {
  for (let afterId = 0; ; ) {
    const rows = await db.query<Row>(touchedSql, [
      ...[afterId, before.throughId, night.throughId, before.day, before.fromDay, night.day, night.fromDay],
      ...[before.throughChange, textsAtOnce],
    ]);
    const last = rows.at(-1);
    if (!last) return;
    for (const { id, day, now, changes } of rows)
      onText({ id, day, now, then: undone(now, changes), changed: changes });
    afterId = last.id;
  }
}

function undone(now: readonly string[], changes: readonly NetChange[]): string[] {
  const then = new Set(now);
  for (const { category, net } of changes) {
    if (net > 0) then.delete(category);
    else then.add(category);
  }
  return [...then];
}
