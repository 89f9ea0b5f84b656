import { randomUUID } from 'node:crypto';
import { openRedisQueue } from '../../src/queue/bullmq-redis.ts';
import { openQueue } from '../../src/queue/open.ts';
import type { JobQueue } from '../../src/queue/queue.ts';
import { testDatabases } from './engines.ts';
import { dropRedisPrefix, redisAnswers, redisUrl } from './redis.ts';

export interface QueueEngine {
  name: string;
  /** Opens a queue; every call in one test opens the same one, as several processes do. */
  start(): Promise<{ open(): Promise<JobQueue>; drop(): Promise<void> }>;
}

/** The engines to prove something about queues on: PGlite always, Postgres and Redis where they answer. */
export function testQueues(): QueueEngine[] {
  const onDatabases: QueueEngine[] = testDatabases().map(({ name, open }) => ({
    name,
    async start() {
      const { database, drop } = await open();
      return { open: () => openQueue(database, { redisUrl: null }), drop };
    },
  }));
  const onRedis: QueueEngine = {
    name: 'redis',
    async start() {
      const prefix = `earshot-test-${randomUUID()}`;
      return { open: () => openRedisQueue(redisUrl, prefix), drop: () => dropRedisPrefix(prefix) };
    },
  };
  return redisAnswers ? [...onDatabases, onRedis] : onDatabases;
}
