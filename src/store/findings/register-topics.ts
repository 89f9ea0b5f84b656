import type { DiscoveredTopic } from '../../types/findings.ts';
import type { Queryable } from '../database.ts';

/** Enters topics into the registry, which never forgets an id; their words are those of the latest night. */
export async function registerTopics(db: Queryable, topics: readonly DiscoveredTopic[], day: string): Promise<void> {
  await db.query(
    `insert into discovered_topics (id, born_day, last_day, terms)
     select t.id, t.born_day, $4::date, t.terms from unnest($1::text[], $2::date[], $3::jsonb[]) as t (id, born_day, terms)
     on conflict (id) do update set terms = excluded.terms,
       last_day = greatest(discovered_topics.last_day, excluded.last_day)`,
    [
      topics.map(({ id }) => id),
      topics.map(({ bornDay }) => bornDay),
      topics.map(({ terms }) => JSON.stringify(terms)),
      day,
    ],
  );
}
