import { describe, expect, it } from 'vitest';
import { openRedisQueue } from '../../src/queue/bullmq-redis.ts';

describe('openRedisQueue', () => {
  it('names the place, and not the password, when nothing answers there', async () => {
    const opening = openRedisQueue('redis://:secret@127.0.0.1:9');
    await expect(opening).rejects.toThrow('Redis at 127.0.0.1:9 cannot be used');
    await expect(opening).rejects.not.toThrow('secret');
  });
});
