import type { Queryable } from '../database.ts';

/** What a process spent in a stage since it started. */
export interface StageSum {
  seconds: number;
  batches: number;
  texts: number;
}

/** A process that works, by its own word. */
export interface WorkerSeen {
  id: string;
  host: string;
  pid: number;
  /** Threads of language work. */
  threads: number;
  version: string;
  models: Record<string, string>;
  stages: Record<string, StageSum>;
  startedAt: Date;
  seenAt: Date;
}

/** Says that a process is at work, and what it measured so far. */
export async function noteWorker(db: Queryable, worker: WorkerSeen): Promise<void> {
  const { id, host, pid, threads, version, models, stages, startedAt, seenAt } = worker;
  await db.query(
    `insert into workers (id, host, pid, threads, version, models, stages, started_at, seen_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set stages = excluded.stages, seen_at = excluded.seen_at`,
    [id, host, pid, threads, version, JSON.stringify(models), JSON.stringify(stages), startedAt, seenAt],
  );
}

/** Forgets a process that stops of itself, and those silent for a day. */
export async function forgetWorker(db: Queryable, id: string, silentSince: Date): Promise<void> {
  await db.query('delete from workers where id = $1 or seen_at < $2', [id, silentSince]);
}

/** Processes that said something since a moment, the one that started first before the others. */
export function workersSince(db: Queryable, since: Date): Promise<WorkerSeen[]> {
  return db.query<WorkerSeen & Record<string, unknown>>(
    `select id, host, pid, threads, version, models, stages, started_at as "startedAt", seen_at as "seenAt"
     from workers where seen_at >= $1 order by started_at, id`,
    [since],
  );
}
