import type { Queryable } from '../database.ts';

/**
 * How many days before a text of `d` its customer wrote, the latest first: an expression for `select`, its places being
 * the number of days to look back and the most to tell.
 */
export function contactDaysSql(customer: string, receivedAt: string, days: string, most: string): string {
  return `array(select extract(epoch from ${receivedAt} - e.received_at)::float8 / 86400 from documents e
    where e.customer_id = ${customer} and e.received_at < ${receivedAt}
      and e.received_at >= ${receivedAt} - make_interval(days => ${days}::int)
    order by e.received_at desc limit ${most}::int)`;
}

/** For each text, how many days before it the same customer wrote, of late. */
export async function contactDays(
  db: Queryable,
  texts: readonly { customerId: string; receivedAt: Date }[],
  { withinDays, most }: { withinDays: number; most: number },
): Promise<number[][]> {
  const rows = await db.query<{ days: number[] }>(
    `select ${contactDaysSql('t.customer', 't.at', '$3', '$4')} as days
     from unnest($1::text[], $2::timestamptz[]) with ordinality as t(customer, at, place) order by t.place`,
    [texts.map(({ customerId }) => customerId), texts.map(({ receivedAt }) => receivedAt), withinDays, most],
  );
  return rows.map(({ days }) => days);
}
