import type { Queryable } from '../database.ts';

/** A case that is closed, and so says which team its complaint belonged to. */
export type ClosedCase = {
  id: number;
  documentId: number;
  text: string;
  /** The team that closed it, and the one that it was first sent to. */
  team: string;
  routedTeam: string;
  openedAt: Date;
};

export interface ClosedCaseFilter {
  from?: Date | undefined;
  to?: Date | undefined;
  /** A team that closes what belongs to nobody, such as triage: its cases teach nothing. */
  except: string;
}

/** Where a page ended. */
export type ClosedCasePlace = Pick<ClosedCase, 'id' | 'openedAt'>;

const pageCases = 1000;

/** Closed cases in the order in which they were opened; those that were merged into another are left to that one. */
export function closedCasePage(
  db: Queryable,
  { from, to, except }: ClosedCaseFilter,
  after: ClosedCasePlace | null,
): Promise<ClosedCase[]> {
  return db.query<ClosedCase>(
    `select k.id, k.document_id as "documentId", d.text, k.team, k.routed_team as "routedTeam", k.opened_at as "openedAt"
     from cases k join documents d on d.id = k.document_id
     where k.state = 'closed' and k.merged_into is null and k.team <> $1
       and ($2::timestamptz is null or k.opened_at >= $2) and ($3::timestamptz is null or k.opened_at < $3)
       and ($4::timestamptz is null or (k.opened_at, k.id) > ($4, $5::bigint))
     order by k.opened_at, k.id limit ${pageCases}`,
    [except, from ?? null, to ?? null, after?.openedAt ?? null, after?.id ?? 0],
  );
}

/** All of them, page by page. */
export async function* closedCases(db: Queryable, filter: ClosedCaseFilter): AsyncGenerator<ClosedCase> {
  let page: ClosedCase[];
  let after: ClosedCasePlace | null = null;
  do {
    page = await closedCasePage(db, filter, after);
    yield* page;
    after = page.at(-1) ?? null;
  } while (page.length === pageCases);
}

/** How many closed cases there are to learn from. */
export async function countClosedCases(db: Queryable, except: string): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from cases where state = 'closed' and merged_into is null and team <> $1`,
    [except],
  );
  return row?.count ?? 0;
}
