import type { Queryable } from '../database.ts';

/** How many cases each team has that are not closed. */
export async function teamLoads(db: Queryable): Promise<Map<string, number>> {
  const rows = await db.query<{ team: string; cases: number }>(
    `select team, count(*)::int as cases from cases where state <> 'closed' group by team`,
  );
  return new Map(rows.map(({ team, cases }) => [team, cases]));
}
