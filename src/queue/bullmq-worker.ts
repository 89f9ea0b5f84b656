import {
  type BackendFactory,
  type Job as BullJob,
  DelayedError,
  type IQueueBackend,
  type QueueBaseOptions,
  UnrecoverableError,
  Worker,
} from 'bullmq';
import { type AnyJob, type Handler, Hopeless, TryLater, type WorkOptions } from './queue.ts';

export type Stoppable = Pick<Worker, 'close' | 'disconnect'>;

/**
 * A killed process' jobs come back within about ten seconds, in place of the sixty of the defaults. Being given back is
 * no fault of a job, so it may happen often before the job counts as failed.
 */
const workerOptions = { lockDuration: 5000, stalledInterval: 2500, maxStalledCount: 20 };

/** How long stopping waits for jobs under way; then their locks lapse, and other workers take them. */
const closeSeconds = 7;

/** Starts to take jobs of the queue and give them to the handler. */
export async function startWorker<J extends AnyJob, Connection>(
  queueName: string,
  shared: QueueBaseOptions<Connection>,
  backend: BackendFactory<IQueueBackend, Connection>,
  handler: Handler<J>,
  { concurrency, limit, onError }: WorkOptions,
): Promise<Stoppable> {
  const limiter = limit && { max: limit.jobs, duration: limit.seconds * 1000 };
  const options = { ...shared, ...workerOptions, concurrency, ...(limiter && { limiter }) };
  const worker = new Worker(queueName, (job, token) => runJob(handler, job, token), options, backend);
  worker.on('error', (error) => onError?.(error));
  worker.on('failed', (_job, error) => onError?.(error));
  await worker.waitUntilReady();
  return worker;
}

async function runJob<J extends AnyJob>(handler: Handler<J>, job: BullJob, token: string | undefined): Promise<void> {
  const { name, data, attemptsMade, opts } = job;
  const number = attemptsMade + 1;
  try {
    await handler({ name, data } as J, { number, last: number >= (opts.attempts ?? 1) });
  } catch (error) {
    if (error instanceof Hopeless) throw new UnrecoverableError(error.message);
    if (!(error instanceof TryLater)) throw error;
    await job.moveToDelayed(Date.now() + error.seconds * 1000, token);
    throw new DelayedError();
  }
}

/** Waits for the jobs under way, but not for ever. */
export async function stopWorker(worker: Stoppable): Promise<void> {
  const finished = worker.close().then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), closeSeconds * 1000);
  });
  const done = await Promise.race([finished, late]);
  clearTimeout(timer);
  if (!done) await worker.disconnect();
}
