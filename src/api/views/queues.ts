import { type Static, Type } from '@sinclair/typebox';
import type { QueueStateSchema, Queues } from '../../../dashboards/views/queues.ts';
import type { QueueState } from '../../queue/desk.ts';
import { type WorkerSeen, workersSince } from '../../store/queues/workers.ts';
import { oldestWaiting } from '../../store/read/oldest-waiting.ts';
import { storeStatus } from '../../store/status.ts';
import type { Services } from '../services.ts';

export const QueuesQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50, description: 'Failed jobs at most' })),
    retried: Type.Optional(Type.Integer({ minimum: 0, description: 'How many jobs a retry has just queued' })),
  },
  { additionalProperties: false },
);
export type QueuesQuery = Static<typeof QueuesQuery>;

/** A worker says every ten seconds that it is there; one that ended stays on the page for an hour. */
const aliveMs = 30_000;
const shownMs = 3_600_000;

/** How work goes. */
export async function queuesView(
  { database, versions, queues, now }: Services,
  { limit = 50, retried }: QueuesQuery,
): Promise<Queues> {
  const asOf = now().getTime();
  const [states, failed, workers, since, { waiting }] = await Promise.all([
    queues.states(),
    queues.failedJobs(limit),
    workersSince(database, new Date(asOf - shownMs)),
    oldestWaiting(database),
    storeStatus(database, versions),
  ]);
  const alive = workers.filter(({ seenAt }) => asOf - seenAt.getTime() <= aliveMs);
  return {
    queues: states.map(queueView),
    paused: states.some(({ pausedAt }) => pausedAt !== null),
    waitingTexts: waiting,
    oldestSeconds: since && Math.max(0, (asOf - since.getTime()) / 1000),
    workers: workers.map((worker) => workerView(worker, alive.includes(worker))),
    modelsDiffer: new Set(alive.map(({ models }) => JSON.stringify(Object.entries(models).sort()))).size > 1,
    stages: stageTimes(workers),
    failed: failed.map(({ data, failedAt, ...job }) => ({
      ...job,
      failedAt: failedAt.toISOString(),
      data: { ...data },
    })),
    retried: retried ?? null,
  };
}

/** A queue as pages and programs see it. */
export function queueView({ pausedAt, ...state }: QueueState): Static<typeof QueueStateSchema> {
  return { ...state, pausedAt: pausedAt?.toISOString() ?? null };
}

function workerView({ startedAt, seenAt, stages, models: _models, ...worker }: WorkerSeen, alive: boolean) {
  const times = { startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString() };
  return { ...worker, ...times, alive, texts: stages.save?.texts ?? 0 };
}

function stageTimes(workers: WorkerSeen[]): Queues['stages'] {
  const sums = new Map<string, { seconds: number; texts: number }>();
  for (const [stage, { seconds, texts }] of workers.flatMap((worker) => Object.entries(worker.stages))) {
    const sum = sums.get(stage) ?? { seconds: 0, texts: 0 };
    sums.set(stage, { seconds: sum.seconds + seconds, texts: sum.texts + texts });
  }
  return [...sums].map(([stage, { seconds, texts }]) => ({
    ...{ stage, texts },
    millisecondsPerText: texts === 0 ? 0 : (seconds / texts) * 1000,
  }));
}
