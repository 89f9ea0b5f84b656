import type { ShadowRoute } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** Keeps them; one that is there already stays, so that a batch may be saved twice. */
export async function insertShadowRoutes(
  tx: Queryable,
  routes: (ShadowRoute & { documentId: number })[],
  now: Date,
): Promise<void> {
  if (routes.length === 0) return;
  await tx.query(
    `insert into shadow_routes (document_id, candidate, team, score, because, made_at)
     select t.*, $1::timestamptz
     from unnest($2::bigint[], $3::text[], $4::text[], $5::real[], $6::text[]) as t(document_id, candidate, team, score, because)
     on conflict do nothing`,
    [
      now,
      routes.map(({ documentId }) => documentId),
      routes.map(({ candidate }) => candidate),
      routes.map(({ team }) => team),
      routes.map(({ score }) => score),
      routes.map(({ because }) => because),
    ],
  );
}

/** How a candidate in the shadow agrees with what was done, by the two teams. */
export type ShadowTally = {
  candidate: string;
  /** Where the complaint was first sent, and where the candidate would have sent it. */
  live: string;
  shadow: string;
  count: number;
  /** Of those closed since, where each was right. */
  closed: number;
  liveRight: number;
  shadowRight: number;
};

/** Every pair of teams, the commonest first. */
export function shadowTallies(db: Queryable, candidate: string): Promise<ShadowTally[]> {
  return db.query<ShadowTally>(
    `select s.candidate, k.routed_team as live, s.team as shadow, count(*)::int as count,
       count(*) filter (where k.state = 'closed')::int as closed,
       count(*) filter (where k.state = 'closed' and k.team = k.routed_team)::int as "liveRight",
       count(*) filter (where k.state = 'closed' and k.team = s.team)::int as "shadowRight"
     from shadow_routes s join cases k on k.document_id = s.document_id
     where s.candidate = $1
     group by 1, 2, 3 order by count(*) desc, 2, 3`,
    [candidate],
  );
}

/** A complaint that a candidate would have sent elsewhere. */
export type ShadowDifference = {
  caseId: number;
  documentId: number;
  subject: string | null;
  excerpt: string;
  live: string;
  shadow: string;
  score: number;
  because: string;
  /** The team that closed it; null while it is open. */
  settled: string | null;
};

/** The latest complaints on which the candidate and the live routing differ. */
export function shadowDifferences(db: Queryable, candidate: string, limit: number): Promise<ShadowDifference[]> {
  return db.query<ShadowDifference>(
    `select k.id as "caseId", d.id as "documentId", d.subject, left(d.text, 200) as excerpt, k.routed_team as live,
       s.team as shadow, s.score, s.because, case when k.state = 'closed' then k.team end as settled
     from shadow_routes s join cases k on k.document_id = s.document_id join documents d on d.id = s.document_id
     where s.candidate = $1 and s.team <> k.routed_team
     order by s.made_at desc, k.id desc limit $2`,
    [candidate, limit],
  );
}
