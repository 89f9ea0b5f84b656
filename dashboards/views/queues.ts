import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

/** How one queue stands. */
export const QueueStateSchema = Type.Object({
  name: Type.String(),
  counts: Type.Object({
    waiting: Type.Integer(),
    active: Type.Integer(),
    delayed: Type.Integer(),
    failed: Type.Integer(),
    completed: Type.Integer(),
  }),
  pausedAt: nullable(Type.String()),
  pausedBy: nullable(Type.String()),
});

/** How work goes: queues, workers, and what was given up. */
export const Queues = Type.Object({
  queues: Type.Array(QueueStateSchema),
  /** Whether any queue stands still. */
  paused: Type.Boolean(),
  /** Texts that wait, and for how many seconds the one that has waited longest; null where none does. */
  waitingTexts: Type.Integer(),
  oldestSeconds: nullable(Type.Number()),
  workers: Type.Array(
    Type.Object({
      id: Type.String(),
      host: Type.String(),
      pid: Type.Integer(),
      threads: Type.Integer(),
      version: Type.String(),
      startedAt: Type.String(),
      seenAt: Type.String(),
      /** Whether it has said something lately. */
      alive: Type.Boolean(),
      texts: Type.Integer(),
    }),
  ),
  /** Workers that understand texts by other models than the rest: what they make of a text depends on who takes it. */
  modelsDiffer: Type.Boolean(),
  /** Over all workers since each started: milliseconds a text spent in each stage. */
  stages: Type.Array(Type.Object({ stage: Type.String(), texts: Type.Integer(), millisecondsPerText: Type.Number() })),
  failed: Type.Array(
    Type.Object({
      id: Type.String(),
      queue: Type.String(),
      name: Type.String(),
      reason: Type.String(),
      attempts: Type.Integer(),
      failedAt: Type.String(),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  /** Jobs that are tried again, after a retry. */
  retried: nullable(Type.Integer()),
});
export type Queues = Static<typeof Queues>;
