import type { Queryable, SqlValue } from '../database.ts';

/** Texts that a run counts: those that a model reads, up to its highest id, received on its days. */
export interface RecountWindow {
  throughId: number;
  fromDay: string | null;
  toDay: string;
}

const within = `d.understood and d.id <= $1 and ($2::date is null or d.day >= $2::date) and d.day <= $3::date`;

function bounds({ throughId, fromDay, toDay }: RecountWindow): SqlValue[] {
  return [throughId, fromDay, toDay];
}

/** Counts the texts of a window from the texts themselves. */
export async function recountTexts(db: Queryable, window: RecountWindow): Promise<number> {
  const [row] = await db.query<{ texts: number }>(
    `select count(*)::int as texts from documents d where ${within}`,
    bounds(window),
  );
  return row!.texts;
}

/** Counts the texts of every category of a window from the texts themselves. */
export async function recountCategories(db: Queryable, window: RecountWindow): Promise<Map<string, number>> {
  const rows = await db.query<{ category: string; texts: number }>(
    `select c.category, count(*)::int as texts from documents d join document_categories c on c.document_id = d.id
     where ${within} group by c.category`,
    bounds(window),
  );
  return new Map(rows.map(({ category, texts }) => [category, texts]));
}

/** Texts whose pairs are joined at once: a bound on what the database holds in memory. */
const idsAtOnce = 20_000;

/**
 * Counts the texts of each of the given pairs of categories by joining the evidence with itself, some thousand texts at
 * a time. @param pairs as `first\u0000second`. @param onRead told of the ids gone through.
 */
export async function recountPairs(
  db: Queryable,
  window: RecountWindow,
  pairs: ReadonlySet<string>,
  onRead: (texts: number) => void = () => {},
): Promise<Map<string, number>> {
  const counts = new Map([...pairs].map((pair) => [pair, 0]));
  const names = [...new Set([...pairs].flatMap((pair) => pair.split('\u0000')))];
  for (let from = 0; pairs.size > 0 && from < window.throughId; from += idsAtOnce) {
    const rows = await db.query<{ first: string; second: string; texts: number }>(
      `select a.category as first, b.category as second, count(*)::int as texts
       from documents d
       join document_categories a on a.document_id = d.id and a.category = any($6::text[])
       join document_categories b on b.document_id = d.id and b.category = any($6::text[]) and a.category <> b.category
       where ${within} and d.id > $4 and d.id <= $5 group by 1, 2`,
      [...bounds(window), from, from + idsAtOnce, names],
    );
    for (const { first, second, texts } of rows) {
      const pair = `${first}\u0000${second}`;
      const sum = counts.get(pair);
      if (sum !== undefined) counts.set(pair, sum + texts);
    }
    onRead(Math.min(from + idsAtOnce, window.throughId));
  }
  return counts;
}

/** A tally that the pages count from, beside what the texts themselves say. */
export type TallyDifference = { category: string; day: string; channel: string; told: number; counted: number };

/** Compares every tally of some days with the texts that are in the store now. @returns how many there are, and those that differ. */
export async function recountTallies(
  db: Queryable,
  { fromDay, toDay }: Pick<RecountWindow, 'fromDay' | 'toDay'>,
): Promise<{ checked: number; differing: TallyDifference[] }> {
  const rows = await db.query<TallyDifference & { checked: number }>(
    `with kept as (
       select category, day, channel, documents from tallies
       where documents <> 0 and ($1::date is null or day >= $1::date) and day <= $2::date
     ), counted as (
       select ''::text as category, day, channel, count(*)::int as documents from documents
       where ($1::date is null or day >= $1::date) and day <= $2::date group by day, channel
       union all
       select c.category, d.day, d.channel, count(*)::int from documents d join document_categories c on c.document_id = d.id
       where ($1::date is null or d.day >= $1::date) and d.day <= $2::date group by c.category, d.day, d.channel
     ), both_sides as (
       select category, day, channel, coalesce(k.documents, 0) as told, coalesce(c.documents, 0) as counted
       from kept k full join counted c using (category, day, channel)
     )
     select n.checked, b.category, b.day, b.channel, b.told, b.counted
     from (select count(*)::int as checked from both_sides) n
     left join (select * from both_sides where told <> counted order by day, category, channel limit 1000) b on true`,
    [fromDay, toDay],
  );
  return {
    checked: rows[0]?.checked ?? 0,
    differing: rows
      .filter(({ day }) => day !== null)
      .map(({ category, day, channel, told, counted }) => ({ category, day, channel, told, counted })),
  };
}
