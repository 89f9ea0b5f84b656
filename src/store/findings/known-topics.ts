import type { DiscoveredTopic } from '../../types/findings.ts';
import type { Queryable } from '../database.ts';

/** A topic of the registry; its texts are those of the latest run that found it, where that is still kept. */
export type RegisteredTopic = Pick<DiscoveredTopic, 'id' | 'bornDay' | 'terms' | 'documents'>;

/** Topics as nights of earlier days left them, and as other runs of the same day did. */
export async function knownTopics(
  db: Queryable,
  day: string,
): Promise<{ known: RegisteredTopic[]; today: RegisteredTopic[] }> {
  const [known, today] = [await topicsOfRun(db, day, '<'), await topicsOfRun(db, day, '=')];
  const listed = new Set(known.map(({ id }) => id));
  const gone = await db.query<RegisteredTopic>(
    `select id, born_day as "bornDay", terms, '[]'::jsonb as documents from discovered_topics
     where born_day < $1::date order by id`,
    [day],
  );
  return { known: [...known, ...gone.filter(({ id }) => !listed.has(id))], today };
}

async function topicsOfRun(db: Queryable, day: string, compare: '<' | '='): Promise<RegisteredTopic[]> {
  const rows = await db.query<{ item: DiscoveredTopic }>(
    `select f.item from findings f where f.kind = 'topics' and f.run_id =
       (select id from runs where ended_at is not null and day ${compare} $1::date
        and exists (select from findings g where g.run_id = runs.id and g.kind = 'coverage')
        order by day desc, id desc limit 1)
     order by f.place`,
    [day],
  );
  return rows.map(({ item: { id, bornDay, terms, documents } }) => ({ id, bornDay, terms, documents }));
}
