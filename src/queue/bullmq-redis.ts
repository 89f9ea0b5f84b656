import { type ConnectionOptions, createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { type Engine, openBullQueue } from './bullmq.ts';
import type { JobQueue } from './queue.ts';

/**
 * Opens the queue on Redis.
 * @param url `redis://user:password@host:6379/0`; Earshots with different stores need different databases of a Redis.
 * @param prefix of every key.
 * @throws Error when Redis does not answer, or is set up to throw jobs away when its memory is full.
 */
export async function openRedisQueue(url: string, prefix = 'earshot'): Promise<JobQueue> {
  // Adding and counting give up when Redis is away, so that whoever asked learns of it; the store remembers the texts.
  const adding = await connect(url);
  try {
    await refuseEviction(adding);
    const working = adding.duplicate({ maxRetriesPerRequest: null });
    working.on('error', () => undefined);
    const engine: Engine<ConnectionOptions> = {
      name: 'redis',
      connections: { queue: adding, worker: working },
      backend: createRedisBackend,
      prefix,
      async disconnect() {
        working.disconnect();
        adding.disconnect();
      },
      // Each worker waits on a connection that BullMQ opens for it; the others are shared.
      another: () => ({ ...engine, disconnect: async () => undefined }),
    };
    return await openBullQueue(engine);
  } catch (error) {
    adding.disconnect();
    throw error;
  }
}

async function connect(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 3, connectTimeout: 10_000 });
  let reason = 'it does not answer';
  redis.on('error', (error) => {
    reason = error.message || String(error);
  });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    const { hostname, port } = new URL(url);
    const place = `${hostname}:${port || 6379}`;
    throw new Error(`Redis at ${place} cannot be used: ${reason}. Is REDIS_URL right?`, { cause: error });
  }
}

/** A Redis that evicts keys to make room loses jobs, and parts of jobs. One without a limit never evicts. */
async function refuseEviction(redis: Redis): Promise<void> {
  const memory = await redis.info('memory');
  const limit = /^maxmemory:(\d+)/m.exec(memory)?.[1];
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1];
  if (!policy || policy === 'noeviction' || limit === '0') return;
  throw new Error(
    `Redis throws keys away when its memory is full (maxmemory-policy is "${policy}"), and jobs are keys. ` +
      'Set maxmemory-policy to "noeviction", or give Earshot a Redis of its own.',
  );
}
