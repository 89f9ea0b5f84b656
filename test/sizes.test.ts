import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/store/database.ts';
import { openPglite } from '../src/store/pglite.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { createPostgres, postgresAnswers } from './support/engines.ts';
import { earshot, freshSurroundings, root, startProgram } from './support/program.ts';
import { redisRuns, startRedis } from './support/redis-server.ts';
import { until } from './support/until.ts';

const program = join(root, 'bin/earshot.js');
const corpus = join(root, 'samples/telecoms');

/** Everything that is learned of a text, by the id that its bytes give it; ids of rows and times of work differ. */
const tables = {
  documents: `select raw_id, fingerprint, channel, external_id, thread_id, customer_id, received_at, day,
      language, subject, text, utterances, attributes, sentences, sentiment, grade, understood, versions
    from documents order by raw_id`,
  mentions: `select d.raw_id, m.position, m.sentence, m.start_offset, m.end_offset, m.category, m.polarity, m.sentiment,
      m.score, m.found_by
    from mentions m join documents d on d.id = m.document_id order by d.raw_id, m.position`,
  document_categories: `select d.raw_id, c.category, c.facet, c.day, c.mentions, c.sentiment, c.grade
    from document_categories c join documents d on d.id = c.document_id order by d.raw_id, c.category`,
  cases: `select d.raw_id, l.topic, l.route from case_documents l join documents d on d.id = l.document_id order by d.raw_id`,
  tallies: `select category, day, channel, documents, understood, negative, positive
    from tallies where documents > 0 order by category, day, channel`,
};

/** Means are sums in the order in which texts came, so their last digits may differ. */
const relations = `select antecedent, consequent, antecedent_count, consequent_count, observed, expected, lift,
    lower_bound, upper_bound, p, q, round(sentiment::numeric, 9) as sentiment
  from relations where run_id = (select max(id) from runs where ended_at is not null) order by antecedent, consequent`;

const skipped = !postgresAnswers || !redisRuns;

describe.skipIf(skipped)('one code, two sizes (skipped where Postgres or redis-server is missing)', () => {
  const surroundings = freshSurroundings();
  afterAll(() => surroundings.remove());

  async function embedded(): Promise<Database> {
    const { code } = await earshot(['ingest', corpus], surroundings.env);
    expect(code).toBe(0);
    expect(await earshot(['nightly'], surroundings.env)).toMatchObject({ code: 0 });
    return openPglite(join(surroundings.dataDir, 'pglite'));
  }

  async function distributed(databaseUrl: string, redisUrl: string): Promise<Database> {
    const env = { ...surroundings.env, DATABASE_URL: databaseUrl, REDIS_URL: redisUrl };
    const work = { args: [program, 'work', '--concurrency', '1'], ready: /Earshot works/ };
    const workers = await Promise.all([startProgram(env, work), startProgram(env, work)]);
    const database = await openPostgres(databaseUrl);
    expect(await earshot(['ingest', corpus, '--no-wait'], env)).toMatchObject({ code: 0 });
    await until(async () => {
      const [row] = await database.query("select 1 as one from raw_texts where state = 'waiting' limit 1");
      return !row;
    });
    expect(await earshot(['nightly'], env)).toMatchObject({ code: 0 });
    for (const { code } of await Promise.all(workers.map((worker) => worker.stop()))) expect(code).toBe(0);
    return database;
  }

  it('give the same rows of the same corpus', async () => {
    const postgres = await createPostgres();
    const redis = await startRedis();
    const small = await embedded();
    const large = await distributed(postgres.url, redis.url);
    try {
      for (const [table, sql] of Object.entries({ ...tables, relations })) {
        const expected = await small.query(sql);
        expect(expected.length, table).toBeGreaterThan(100);
        expect(await large.query(sql), table).toEqual(expected);
      }
    } finally {
      await small.close();
      await large.close();
      await postgres.drop();
      await redis.drop();
    }
  }, 180_000);
});
