import type { Priority, Route } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';

/** A complaint with a route, and what it is about. */
export interface RoutedComplaint {
  documentId: number;
  route: Route;
  topic: string | null;
}

/** A route as the link of a complaint to its case keeps it. */
export function routeJson({ suggestions: _, ...route }: Route): string {
  return storableJson(route);
}

export type OpenedCase = { caseId: number; documentId: number; eventId: number; team: string; priority: Priority };

/** Opens a case for each of the complaints and begins its history. */
export async function openCases(tx: Queryable, rows: RoutedComplaint[], now: Date): Promise<OpenedCase[]> {
  if (rows.length === 0) return [];
  const routes = rows.map(({ route }) => route);
  return tx.query<OpenedCase>(openSql, [
    now,
    rows.map(({ documentId }) => documentId),
    routes.map(({ team }) => team),
    routes.map(({ priority }) => priority),
    routes.map(({ dueAt }) => dueAt),
    routes.map(({ by }) => storableText(by)),
    routes.map(({ because }) => storableText(because)),
    routes.map(({ score }) => score),
    routes.map(({ sentences }) => storableJson(sentences)),
    routes.map(({ suggestions }) => storableJson(suggestions)),
    rows.map(({ topic }) => topic),
    routes.map(routeJson),
  ]);
}

const openSql = `
  with complaint as (
    select * from unnest($2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::real[],
      $9::text[], $10::text[], $11::text[], $12::text[])
      as t(document_id, team, priority, due_at, routed_by, because, score, sentences, suggestions, topic, route)
  ), opened as (
    insert into cases (document_id, team, routed_team, priority, due_at, state, routed_by, because, score, sentences,
      suggestions, tags, opened_at)
    select document_id, team, team, priority, due_at, 'open', routed_by, because, score, sentences::jsonb,
      suggestions::jsonb, array(select jsonb_array_elements_text(route::jsonb -> 'tags')), $1::timestamptz
    from complaint order by document_id
    returning id, document_id, team, priority, routed_by
  ), linked as (
    insert into case_documents (document_id, case_id, topic, route, joined_at, because)
    select o.document_id, o.id, c.topic, c.route::jsonb, $1::timestamptz, 'opened' from opened o join complaint c using (document_id)
  ), begun as (
    insert into case_events (case_id, at, actor, event, detail)
    select id, $1::timestamptz, 'earshot', 'opened',
           jsonb_build_object('team', team, 'priority', priority, 'by', routed_by)
    from opened order by id
    returning id, case_id
  )
  select o.id as "caseId", o.document_id as "documentId", b.id as "eventId", o.team, o.priority
  from opened o join begun b on b.case_id = o.id order by o.id`;
