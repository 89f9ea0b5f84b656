import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';
import type { Stored } from './save-results.ts';

/** Opens a case for each new document that has a route, and begins its history. @returns how many were opened. */
export async function insertCases(tx: Queryable, results: Stored[], now: Date): Promise<number> {
  const rows = results.flatMap(({ documentId, route }) => (route ? [{ documentId, ...route }] : []));
  if (rows.length === 0) return 0;
  const [opened] = await tx.query<{ count: number }>(
    `with opened as (
       insert into cases (document_id, team, routed_team, priority, due_at, state, routed_by, because, score, sentences,
         suggestions, opened_at)
       select document_id, team, team, priority, due_at, 'open', routed_by, because, score, sentences::jsonb,
         suggestions::jsonb, $1::timestamptz
       from unnest($2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::real[], $9::text[],
         $10::text[]) as t(document_id, team, priority, due_at, routed_by, because, score, sentences, suggestions)
       returning id, team, priority, routed_by
     ), begun as (
       insert into case_events (case_id, at, actor, event, detail)
       select id, $1::timestamptz, 'earshot', 'opened',
              jsonb_build_object('team', team, 'priority', priority, 'by', routed_by)
       from opened order by id
     )
     select count(*)::int as count from opened`,
    [
      now,
      rows.map(({ documentId }) => documentId),
      rows.map(({ team }) => team),
      rows.map(({ priority }) => priority),
      rows.map(({ dueAt }) => dueAt),
      rows.map(({ by }) => storableText(by)),
      rows.map(({ because }) => storableText(because)),
      rows.map(({ score }) => score),
      rows.map(({ sentences }) => storableJson(sentences)),
      rows.map(({ suggestions }) => storableJson(suggestions)),
    ],
  );
  return opened?.count ?? 0;
}
