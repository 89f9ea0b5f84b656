import { type BackendFactory, type IQueueBackend, type JobType, Queue } from 'bullmq';
import { listFailed, retryFailed } from './bullmq-failed.ts';
import { keepFailed, toBull } from './bullmq-options.ts';
import { type Stoppable, startWorker, stopWorker } from './bullmq-worker.ts';
import type { AnyJob, Job, JobQueue } from './queue.ts';

/** What BullMQ runs on: how it connects, and how to disconnect afterwards. */
export interface Engine<Connection> {
  name: JobQueue['engine'];
  /** For adding and counting, and for workers, which wait for ever where the others give up. */
  connections: { queue: Connection; worker: Connection };
  backend: BackendFactory<IQueueBackend, Connection>;
  prefix?: string;
  disconnect(): Promise<void>;
  /** Connections for one more queue beside this one. */
  another(): Engine<Connection>;
}

const product = 'earshot';

/**
 * BullMQ tells jobs with a priority, as all of ours have, from the others; and while the queue is paused, Postgres counts
 * what waits as `paused`, a state that its types do not name.
 */
const countedStates = [
  'waiting',
  'prioritized',
  'paused' as 'waiting',
  'active',
  'delayed',
  'failed',
  'completed',
] satisfies JobType[];

/** Our queue on BullMQ, whatever that runs on. */
export async function openBullQueue<J extends AnyJob = Job, Connection = unknown>(
  engine: Engine<Connection>,
  name = 'main',
): Promise<JobQueue<J>> {
  const { connections, backend } = engine;
  const shared = { ...(engine.prefix && { prefix: engine.prefix }), skipVersionCheck: true };
  const bullName = name === 'main' ? product : `${product}-${name}`;
  const queue = new Queue(
    bullName,
    { ...shared, connection: connections.queue, defaultJobOptions: keepFailed },
    backend,
  );
  let report: (error: Error) => void = () => undefined;
  queue.on('error', (error) => report(error));
  await queue.waitUntilReady().catch(async (error: unknown) => {
    await engine.disconnect();
    throw error;
  });

  const lanes: JobQueue<AnyJob>[] = [];
  let worker: Promise<Stoppable> | null = null;
  let closing: Promise<void> | null = null;
  const closeAll = async (): Promise<void> => {
    await Promise.all(lanes.map((lane) => lane.close()));
    if (worker) await stopWorker(await worker);
    await queue.close();
    await engine.disconnect();
  };

  return {
    ...{ engine: engine.name, name },
    async add(jobs) {
      await queue.addBulk(jobs.map(({ name: job, data, options }) => ({ name: job, data, opts: toBull(options) })));
    },
    async work(handler, options) {
      if (worker) throw new Error('This queue has its worker already; open another queue for another worker.');
      report = options.onError ?? report;
      worker = startWorker(bullName, { ...shared, connection: connections.worker }, backend, handler, options);
      await worker;
    },
    async schedule(scheduler, cron, job, timeZone = 'UTC') {
      const template = { name: job.name, data: job.data, opts: toBull({}) };
      await queue.upsertJobScheduler(scheduler, { pattern: cron, tz: timeZone }, template);
    },
    async unschedule(scheduler) {
      await queue.removeJobScheduler(scheduler);
    },
    async counts() {
      const counts = await queue.getJobCounts(...countedStates);
      const { waiting = 0, prioritized = 0, paused = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = counts;
      return { waiting: waiting + prioritized + paused, active, delayed, failed, completed };
    },
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    isPaused: () => queue.isPaused(),
    failedJobs: (page) => listFailed(queue, page),
    retryFailed: (ids) => retryFailed(queue, ids),
    async lane<L extends AnyJob>(lane: string) {
      const opened = await openBullQueue<L, Connection>(engine.another(), lane);
      lanes.push(opened as unknown as JobQueue<AnyJob>);
      return opened;
    },
    lanes: () => lanes,
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
