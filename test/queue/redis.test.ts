import { describe, expect, it } from 'vitest';
import { openRedisQueue } from '../../src/queue/bullmq-redis.ts';
import { redisRuns, startRedis } from '../support/redis-server.ts';
import { until } from '../support/until.ts';

describe('openRedisQueue', () => {
  it('names the place, and not the password, when nothing answers there', async () => {
    const opening = openRedisQueue('redis://:secret@127.0.0.1:9');
    await expect(opening).rejects.toThrow('Redis at 127.0.0.1:9 cannot be used');
    await expect(opening).rejects.not.toThrow('secret');
  });
});

describe.skipIf(!redisRuns)('openRedisQueue (skipped where redis-server cannot be started)', () => {
  it('refuses a Redis that throws jobs away when its memory is full', async () => {
    const server = await startRedis(['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']);
    await expect(openRedisQueue(server.url)).rejects.toThrow('maxmemory-policy is "allkeys-lru"');
    await server.drop();
  });

  it.each([
    ['has no limit to its memory', ['--maxmemory', '0', '--maxmemory-policy', 'allkeys-lru']],
    ['refuses writes when its memory is full', ['--maxmemory', '100mb', '--maxmemory-policy', 'noeviction']],
  ])('takes a Redis that %s', async (_name, settings) => {
    const server = await startRedis(settings);
    const queue = await openRedisQueue(server.url);
    await queue.add([{ name: 'nightly', data: {} }]);
    expect((await queue.counts()).waiting).toBe(1);
    await queue.close();
    await server.drop();
  });

  it('goes on when Redis comes back after a crash', async () => {
    const server = await startRedis();
    const queue = await openRedisQueue(server.url);
    const done: string[] = [];
    await queue.work(async (job) => done.push(job.name), { concurrency: 1 });
    await queue.add([{ name: 'nightly', data: {} }]);
    await until(() => done.length === 1);
    await queue.pause();
    await queue.add([{ name: 'intake', data: { rawIds: ['kept by Redis'] } }]);
    await server.kill();
    await expect(queue.add([{ name: 'nightly', data: {} }])).rejects.toThrow();
    await server.start();
    await until(() =>
      queue.resume().then(
        () => true,
        () => false,
      ),
    );
    await until(() => done.length === 2);
    expect(done).toEqual(['nightly', 'intake']);
    await queue.close();
    await server.drop();
  });
});
