import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { answers } from '../../pipelines/answers.ts';
import { cases } from '../../pipelines/cases.ts';
import { delivery } from '../../pipelines/delivery.ts';
import { intake } from '../../pipelines/intake.ts';
import { nightly } from '../../pipelines/nightly.ts';
import { quality } from '../../pipelines/quality.ts';
import { routing } from '../../pipelines/routing.ts';
import { training } from '../../pipelines/training.ts';
import { readConfig } from '../../src/config.ts';
import { type Context, openContext, type Pipelines } from '../../src/context.ts';
import { copyEmptyStore, createPostgres, postgresAnswers } from './engines.ts';
import { redisRuns, startRedis } from './redis-server.ts';

export interface ContextEngine {
  /** Store and queue. */
  name: string;
  /** Opens a context over a fresh store and queue; `again` opens the same ones as another process does. */
  start(): Promise<{ context: Context; again: () => Promise<Context>; drop(): Promise<void> }>;
}

const pipelines: Pipelines = { answers, cases, delivery, intake, routing, nightly, quality, training };

/** What one process needs, on every engine there is: embedded, Postgres alone, and Postgres with Redis. */
export function testContexts(): ContextEngine[] {
  const open = (env: NodeJS.ProcessEnv) =>
    openContext(readConfig({ EARSHOT_PORT: '0', ...env }), pipelines, pino({ level: 'silent' }));
  const embedded: ContextEngine = {
    name: 'the embedded engines',
    async start() {
      const dataDir = mkdtempSync(join(tmpdir(), 'earshot-test-'));
      await copyEmptyStore(join(dataDir, 'pglite'));
      const context = await open({ EARSHOT_DATA_DIR: dataDir });
      const again = () => Promise.reject(new Error('The embedded store belongs to one process.'));
      return { context, again, drop: () => rm(dataDir, { recursive: true }) };
    },
  };
  const onPostgres = (withRedis: boolean): ContextEngine => ({
    name: withRedis ? 'Postgres and Redis' : 'Postgres',
    async start() {
      const database = await createPostgres();
      const redis = withRedis ? await startRedis() : null;
      const again = () => open({ DATABASE_URL: database.url, ...(redis && { REDIS_URL: redis.url }) });
      const drop = async () => {
        await redis?.drop();
        await database.drop();
      };
      return { context: await again(), again, drop };
    },
  });
  if (!postgresAnswers) return [embedded];
  return redisRuns ? [embedded, onPostgres(false), onPostgres(true)] : [embedded, onPostgres(false)];
}
