import type { NameVerdict } from '../../types/findings.ts';
import type { Queryable } from '../database.ts';

/** What people said of names, by the name in lower case. */
export async function judgedNames(db: Queryable): Promise<Map<string, NameVerdict>> {
  const rows = await db.query<{ name: string; verdict: NameVerdict }>(
    'select name, verdict from judged_names order by name',
  );
  return new Map(rows.map(({ name, verdict }) => [name, verdict]));
}

/** Keeps what a person says of a name, in place of what was said before. */
export async function judgeName(
  db: Queryable,
  name: string,
  verdict: NameVerdict,
  by: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into judged_names (name, verdict, judged_by, judged_at) values ($1, $2, $3, $4)
     on conflict (name) do update set verdict = excluded.verdict, judged_by = excluded.judged_by,
       judged_at = excluded.judged_at`,
    [name.toLowerCase(), verdict, by, now],
  );
}
