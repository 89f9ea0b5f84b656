import { Redis } from 'ioredis';

/** Where the tests look for Redis. */
export const redisUrl = process.env.EARSHOT_TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** Whether Redis answers; the tests on Redis say that they are skipped where it does not. */
export const redisAnswers: boolean = await withRedis((redis) => redis.ping()).then(
  () => true,
  () => false,
);

/** Removes every key that begins with the prefix. */
export async function dropRedisPrefix(prefix: string): Promise<void> {
  await withRedis(async (redis) => {
    const keys = await redis.keys(`${prefix}*`);
    if (keys.length > 0) await redis.del(keys);
  });
}

async function withRedis<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 2000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
