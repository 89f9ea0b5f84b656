import type { Context } from '../context.ts';
import type { Actor } from '../people/user.ts';
import type { GivenUpJob, QueueDesk, QueueState } from '../queue/desk.ts';
import type { AnyJob, JobQueue } from '../queue/queue.ts';
import { addAuditEvent } from '../store/audit/add-audit-event.ts';
import { notePause, noteResume, pausedQueues } from '../store/queues/paused-queues.ts';

type DeskContext = Pick<Context, 'database' | 'queue' | 'now'>;
/** What every queue can, whatever it carries. */
type Steerable = Pick<
  JobQueue<AnyJob>,
  'name' | 'counts' | 'pause' | 'resume' | 'isPaused' | 'failedJobs' | 'retryFailed'
>;

const queuesOf = ({ queue }: Pick<Context, 'queue'>): Steerable[] => [queue, ...queue.lanes()];

/** The queues of this process, for people. What they say is kept in the store, which outlives the queues. */
export function createQueueDesk(context: DeskContext): QueueDesk {
  const { database, now } = context;
  const note = (actor: Actor, action: string, detail: Record<string, unknown> = {}) =>
    addAuditEvent(database, { actor, action, subject: 'queues', detail }, now());
  return {
    states: () => queueStates(context),
    async pause(actor) {
      for (const queue of queuesOf(context)) {
        await notePause(database, queue.name, actor.name, now());
        await queue.pause();
      }
      await note(actor, 'pause');
    },
    async resume(actor) {
      // A queue that this process has not opened goes on as well: its own processes look here.
      for (const { name } of await pausedQueues(database)) await noteResume(database, name);
      for (const queue of queuesOf(context)) await queue.resume();
      await note(actor, 'resume');
    },
    async failedJobs(limit) {
      const found: GivenUpJob[] = [];
      for (const queue of queuesOf(context)) {
        const jobs = await queue.failedJobs({ offset: 0, limit });
        found.push(...jobs.map((job) => ({ ...job, queue: queue.name })));
      }
      return found;
    },
    async retry(ids, actor) {
      let retried = 0;
      for (const queue of queuesOf(context)) retried += await queue.retryFailed(ids);
      await note(actor, 'retry', { jobs: retried });
      return retried;
    },
  };
}

async function queueStates(context: DeskContext): Promise<QueueState[]> {
  const paused = new Map((await pausedQueues(context.database)).map((row) => [row.name, row]));
  return Promise.all(
    queuesOf(context).map(async (queue) => {
      const { pausedAt = null, pausedBy = null } = paused.get(queue.name) ?? {};
      return { name: queue.name, counts: await queue.counts(), pausedAt, pausedBy };
    }),
  );
}

/** Lets the queues of this process do as the store says: a queue that lost everything runs, and lanes may open late. */
export async function obeyPauses(context: Pick<Context, 'database' | 'queue'>): Promise<void> {
  const paused = new Set((await pausedQueues(context.database)).map(({ name }) => name));
  for (const queue of queuesOf(context)) {
    const shouldPause = paused.has(queue.name);
    if ((await queue.isPaused()) === shouldPause) continue;
    await (shouldPause ? queue.pause() : queue.resume());
  }
}
