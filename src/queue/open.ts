import type { Database } from '../store/database.ts';
import { isPglite } from '../store/pglite.ts';
import { isPostgres } from '../store/postgres.ts';
import { openPgliteQueue, openPostgresQueue } from './bullmq-database.ts';
import { openRedisQueue } from './bullmq-redis.ts';
import type { JobQueue } from './queue.ts';

/** Opens the queue: on Redis where one is named, otherwise on the database. Close it before the database. */
export async function openQueue(database: Database, { redisUrl }: { redisUrl: string | null }): Promise<JobQueue> {
  if (redisUrl) return openRedisQueue(redisUrl);
  if (isPglite(database)) return openPgliteQueue(database);
  if (isPostgres(database)) return openPostgresQueue(database);
  throw new Error(`There is no queue on the database engine "${database.engine}".`);
}
