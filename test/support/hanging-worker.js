// Takes a job and never finishes it, until killed. Run as: node hanging-worker.js ENGINE PLACE [PREFIX]
import { openRedisQueue } from '../../dist/src/queue/bullmq-redis.js';
import { openQueue } from '../../dist/src/queue/open.js';
import { openPglite } from '../../dist/src/store/pglite.js';
import { openPostgres } from '../../dist/src/store/postgres.js';

const [engine, place, prefix] = process.argv.slice(2);

async function open() {
  if (engine === 'redis') return openRedisQueue(place, prefix);
  const database = engine === 'pglite' ? await openPglite(place) : await openPostgres(place);
  return openQueue(database, { redisUrl: null });
}

const queue = await open();
await queue.add([{ name: 'intake', data: { rawIds: ['taken by the killed'] } }]);
const taken = (job) => {
  process.stdout.write(`${job.data.rawIds[0]}\n`);
  return new Promise(() => setInterval(() => undefined, 1000));
};
await queue.work(taken, { concurrency: 1 });
