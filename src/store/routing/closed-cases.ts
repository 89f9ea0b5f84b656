import type { Queryable } from '../database.ts';

/** A case that is closed, and so says which team its complaint belonged to. */
export type ClosedCase = {
  id: number;
  documentId: number;
  text: string;
  /** The team that closed it, and the one that it was first sent to. */
  team: string;
  routedTeam: string;
  /** Name of the rule or model that sent it. */
  routedBy: string;
  score: number;
  openedAt: Date;
};

const pageCases = 1000;

/**
 * Closed cases in the order in which they were opened, page by page.
 * @param except a team that closes what belongs to nobody, such as triage: its cases teach nothing.
 */
export async function* closedCases(
  db: Queryable,
  { from, to, except }: { from?: Date; to?: Date; except: string },
): AsyncGenerator<ClosedCase> {
  let after: { at: Date; id: number } | null = null;
  for (;;) {
    const page: ClosedCase[] = await db.query<ClosedCase>(
      `select k.id, k.document_id as "documentId", d.text, k.team, k.routed_team as "routedTeam",
         k.routed_by as "routedBy", k.score, k.opened_at as "openedAt"
       from cases k join documents d on d.id = k.document_id
       where k.state = 'closed' and k.team <> $1
         and ($2::timestamptz is null or k.opened_at >= $2) and ($3::timestamptz is null or k.opened_at < $3)
         and ($4::timestamptz is null or (k.opened_at, k.id) > ($4, $5::bigint))
       order by k.opened_at, k.id limit ${pageCases}`,
      [except, from ?? null, to ?? null, after?.at ?? null, after?.id ?? 0],
    );
    yield* page;
    const last = page.at(-1);
    if (page.length < pageCases || !last) return;
    after = { at: last.openedAt, id: last.id };
  }
}

/** How many closed cases there are to learn from. */
export async function countClosedCases(db: Queryable, except: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from cases where state = 'closed' and team <> $1`,
    [except],
  );
  return row?.count ?? 0;
}
