import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { createCorpus } from '../../api/support/corpus.ts';
import { addTexts } from '../../api/support/seed.ts';
import { testDatabases } from '../../support/engines.ts';

type Tally = {
  category: string;
  documents: number;
  understood: number;
  negative: number;
  positive: number;
  sentiment: number;
};

const kept = `
  select category, day, channel, documents, understood, negative, positive, round(sentiment::numeric, 3)::float8 as sentiment
  from tallies where documents <> 0 order by category, day, channel`;
const counted = `
  select * from (
    select '' as category, day, channel, count(*)::int as documents, count(*) filter (where understood)::int as understood,
      count(*) filter (where understood and grade < 0)::int as negative,
      count(*) filter (where understood and grade > 0)::int as positive,
      round(coalesce(sum(sentiment::float8) filter (where understood), 0)::numeric, 3)::float8 as sentiment
    from documents group by day, channel
    union all
    select c.category, c.day, d.channel, count(*)::int, count(*)::int, count(*) filter (where c.grade < 0)::int,
      count(*) filter (where c.grade > 0)::int, round(sum(c.sentiment::float8)::numeric, 3)::float8
    from document_categories c join documents d on d.id = c.document_id group by c.category, c.day, d.channel
  ) t order by category, day, channel`;

describe.each(testDatabases())('the tallies, on $name', ({ name, open }) => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, drop } = await open());
    await addTexts(database, createCorpus(200));
  });
  afterAll(() => drop());
  beforeEach(async () => {
    expect(await database.query<Tally>(kept)).toEqual(await database.query<Tally>(counted));
  });

  it('count what has been stored', async () => {
    const rows = await database.query<Tally>(kept);
    const total = rows.filter(({ category }) => category === '').reduce((sum, { documents }) => sum + documents, 0);
    expect(total).toBe(200);
    expect(new Set(rows.map(({ category }) => category)).size).toBeGreaterThan(12);
  });

  it('follow a text that is judged anew', async () => {
    await database.query('update documents set grade = -2, sentiment = -0.9 where id % 7 = 0');
    await database.query(`update document_categories set grade = 2, sentiment = 0.8 where category = 'delivery.late'`);
    expect(await database.query<Tally>(kept)).toEqual(await database.query<Tally>(counted));
  });

  it('follow a text whose categories are written anew', async () => {
    await database.transaction(async (tx) => {
      await tx.query('delete from document_categories where document_id % 5 = 0');
      await tx.query(
        `insert into document_categories select id, 'staff', 'topic', day, 1, 0.1, 0 from documents where id % 5 = 0`,
      );
    });
    expect(await database.query<Tally>(kept)).toEqual(await database.query<Tally>(counted));
  });

  it('forget a text that is deleted, with all its categories', async () => {
    await database.query('delete from documents where id % 3 = 0');
    expect(await database.query<Tally>(kept)).toEqual(await database.query<Tally>(counted));
    await database.query('delete from documents');
    expect(await database.query<Tally>(kept)).toEqual([]);
  });

  it.skipIf(name === 'pglite')(
    'make the ids of documents visible in order (one session has no other choice)',
    async () => {
      await database.query(`insert into intakes (source, started_at) values ('order', now())`);
      await database.query(`insert into raw_texts (id, intake_id, source, channel, format, modified_at, state, changed_at)
      select raw, (select max(id) from intakes), 'order', 'email', 'plain', now(), 'done', now()
      from unnest(array['slow', 'quick']) raw`);
      const insert = `insert into documents (raw_id, fingerprint, channel, source, received_at, language, text, utterances,
        attributes, sentences, sentiment, grade, understood, versions)
      values ($1, $1, 'email', 'order', now(), 'en', 'text', '[]', '{}', '[]', 0, 0, true, '{}') returning id`;
      let second: Promise<{ id: number }[]> = Promise.resolve([]);
      const first = await database.transaction(async (tx) => {
        const rows = await tx.query<{ id: number }>(insert, ['slow']);
        let isDone = false;
        second = database.query<{ id: number }>(insert, ['quick']);
        void second.then(() => {
          isDone = true;
        });
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(isDone).toBe(false);
        return rows;
      });
      expect((await second)[0]?.id).toBeGreaterThan(first[0]?.id ?? Number.MAX_SAFE_INTEGER);
    },
  );
});
