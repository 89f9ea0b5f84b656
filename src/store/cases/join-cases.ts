import { priorities } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { Announced } from '../deliveries/announce.ts';
import { type RoutedComplaint, routeJson } from './open-cases.ts';

/** A complaint that joins a case, and why. */
export type Joining = RoutedComplaint & { caseId: number; because: 'thread' | 'topic' };

/**
 * Lets complaints join cases. A case becomes as urgent, and due as soon, as the most urgent complaint in it; where it was
 * answered it waits for its department again.
 */
export async function joinCases(tx: Queryable, rows: Joining[], now: Date): Promise<Announced[]> {
  if (rows.length === 0) return [];
  const events = await tx.query<Omit<Announced, 'happening'>>(joinSql, [
    now,
    rows.map(({ documentId }) => documentId),
    rows.map(({ caseId }) => caseId),
    rows.map(({ topic }) => topic),
    rows.map(({ because }) => because),
    rows.map(({ route }) => priorities.indexOf(route.priority) + 1),
    rows.map(({ route }) => route.dueAt),
    [...priorities],
    rows.map(({ route }) => routeJson(route)),
  ]);
  return events.map((event) => ({ ...event, happening: 'joined' }));
}

const joinSql = `
  with joining as (
    select * from unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::timestamptz[],
      $9::text[]) as t(document_id, case_id, topic, because, rank, due_at, route)
  ), linked as (
    insert into case_documents (document_id, case_id, topic, route, joined_at, because)
    select document_id, case_id, topic, route::jsonb, $1::timestamptz, because from joining
  ), gathered as (
    select case_id, min(rank) as rank, min(due_at) as due_at from joining group by case_id
  ), changed as (
    update cases k set version = k.version + 1, due_at = least(k.due_at, g.due_at),
      priority = ($8::text[])[least(array_position($8::text[], k.priority), g.rank)],
      state = case when k.state = 'answered' then 'accepted' else k.state end
    from gathered g where k.id = g.case_id
    returning k.id, k.team, k.priority
  ), told as (
    insert into case_events (case_id, at, actor, event, detail)
    select case_id, $1::timestamptz, 'earshot', 'joined', jsonb_build_object('text', document_id, 'because', because)
    from joining order by document_id
    returning id, case_id
  )
  select t.case_id as "caseId", t.id as "eventId", c.team, c.priority from told t join changed c on c.id = t.case_id`;
