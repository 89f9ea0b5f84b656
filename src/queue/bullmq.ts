import { type BackendFactory, type IQueueBackend, type JobsOptions, type JobType, Queue, Worker } from 'bullmq';
import type { Handler, Job, JobQueue } from './queue.ts';

/** What BullMQ runs on: how it connects, and how to disconnect afterwards. */
export interface Engine<Connection> {
  name: JobQueue['engine'];
  /** For adding and counting, and for workers, which wait for ever where the others give up. */
  connections: { queue: Connection; worker: Connection };
  backend: BackendFactory<IQueueBackend, Connection>;
  prefix?: string;
  disconnect(): Promise<void>;
}

const queueName = 'earshot';

const jobOptions: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: { count: 1000 },
};

/**
 * A killed process' jobs come back within about ten seconds, in place of the sixty of the defaults. Being given back is
 * no fault of a job, so it may happen often before the job counts as failed.
 */
const workerOptions = { lockDuration: 5000, stalledInterval: 2500, maxStalledCount: 20 };

/** While the queue is paused, Postgres counts what waits as `paused`, a state that BullMQ's types do not name. */
const countedStates = [
  'waiting',
  'paused' as 'waiting',
  'active',
  'delayed',
  'failed',
  'completed',
] satisfies JobType[];

/** How long `close` waits for jobs under way; then their locks lapse, and other workers take them. */
const closeSeconds = 7;

/** Our queue on BullMQ, whatever that runs on. */
export async function openBullQueue<Connection>(engine: Engine<Connection>): Promise<JobQueue> {
  const { connections, backend } = engine;
  const shared = { ...(engine.prefix && { prefix: engine.prefix }), skipVersionCheck: true };
  const queue = new Queue(
    queueName,
    { ...shared, connection: connections.queue, defaultJobOptions: jobOptions },
    backend,
  );
  let report: (error: Error) => void = () => undefined;
  queue.on('error', (error) => report(error));
  await queue.waitUntilReady();

  const work = async (handler: Handler, concurrency: number): Promise<Stoppable> => {
    const options = { ...shared, ...workerOptions, connection: connections.worker, concurrency };
    const worker = new Worker(queueName, (job) => runJob(handler, job.name, job.data), options, backend);
    worker.on('error', (error) => report(error));
    worker.on('failed', (_job, error) => report(error));
    await worker.waitUntilReady();
    return worker;
  };
  let worker: Promise<Stoppable> | null = null;
  let closing: Promise<void> | null = null;
  const closeAll = async (): Promise<void> => {
    if (worker) await closeWorker(await worker);
    await queue.close();
    await engine.disconnect();
  };

  return {
    engine: engine.name,
    async add(jobs) {
      await queue.addBulk(jobs.map(({ name, data }) => ({ name, data })));
    },
    async work(handler, { concurrency, onError }) {
      if (worker) throw new Error('This queue has its worker already; open another queue for another worker.');
      report = onError ?? report;
      worker = work(handler, concurrency);
      await worker;
    },
    async counts() {
      const counts = await queue.getJobCounts(...countedStates);
      const { waiting = 0, paused = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = counts;
      return { waiting: waiting + paused, active, delayed, failed, completed };
    },
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}

type Stoppable = Pick<Worker, 'close' | 'disconnect'>;

async function runJob(handler: Handler, name: string, data: unknown): Promise<void> {
  await handler({ name, data } as Job);
}

async function closeWorker(worker: Stoppable): Promise<void> {
  const finished = worker.close().then(() => true);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), closeSeconds * 1000);
  });
  const done = await Promise.race([finished, late]);
  clearTimeout(timer);
  if (!done) await worker.disconnect();
}
