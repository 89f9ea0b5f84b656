/** What a queue carries: a name and plain data. */
export interface AnyJob {
  name: string;
  data: object;
}

/** What waits to be done. Jobs carry ids; the store holds what they are about, so a lost queue loses nothing. */
export type Job = { name: 'intake'; data: { rawIds: string[] } } | { name: 'nightly'; data: Record<string, never> };

/** Which try at a job this is, from 1, and whether the job is given up when it fails. */
export interface Attempt {
  number: number;
  last: boolean;
}

/**
 * Does one job. It must be safe to run twice: the job of a killed process is given to another. What it throws fails the
 * attempt; `Hopeless` and `TryLater` say what should become of the job.
 */
export type Handler<J extends AnyJob = Job> = (job: J, attempt: Attempt) => Promise<unknown>;

/** To be thrown by a handler where no further attempt would help: the job is given up at once, and kept with the reason. */
export class Hopeless extends Error {}

/** To be thrown by a handler that is told to come back later, which is no failed attempt. */
export class TryLater extends Error {
  readonly seconds: number;
  constructor(seconds: number) {
    super(`to be tried again in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** A job as it is added, and how it should be treated. */
export type NewJob<J extends AnyJob = Job> = J & { options?: JobOptions };

export interface JobOptions {
  /** While a job of this id waits, is under way or is kept as failed, adding it again adds nothing. */
  id?: string;
  /** Goes before everything that is not. */
  urgent?: boolean;
  delaySeconds?: number;
  /** Tries before the job is given up; 5 by default. */
  attempts?: number;
  /** Seconds before the second attempt, 1 by default; each further one waits twice as long as the one before. */
  backoffSeconds?: number;
}

export interface WorkOptions {
  /** Jobs at a time in this process. */
  concurrency: number;
  /** At most so many jobs begin within so many seconds, in all processes together. */
  limit?: { jobs: number; seconds: number };
  /** Told of each attempt that failed, and of trouble with the queue itself; both are tried again. */
  onError?: (error: Error) => void;
}

/** How many jobs stand where. */
export interface JobCounts {
  waiting: number;
  active: number;
  /** Not due yet: failed before and waiting for their next attempt, or told to wait. */
  delayed: number;
  /** Failed at every attempt, and kept. */
  failed: number;
  completed: number;
}

/** A job that failed at every attempt. */
export interface FailedJob {
  id: string;
  name: string;
  data: object;
  /** What the last attempt said. */
  reason: string;
  attempts: number;
  failedAt: Date;
}

/** The one interface to the queue. BullMQ on Redis and BullMQ on the database each adapt to it in one file. */
export interface JobQueue<J extends AnyJob = Job> {
  readonly engine: 'redis' | 'postgres' | 'pglite';
  /** `main`, or the lane's. */
  readonly name: string;
  add(jobs: NewJob<J>[]): Promise<void>;
  /** Starts to work. May be called once. */
  work(handler: Handler<J>, options: WorkOptions): Promise<void>;
  /**
   * Adds the job at the times that a cron expression names (`0 3 * * *`), once each whatever number of processes
   * schedule it. Another call of the same name replaces it. A queue that lost everything forgets it, so call again now
   * and then. @param timeZone such as `Europe/London`; UTC by default.
   */
  schedule(name: string, cron: string, job: J, timeZone?: string): Promise<void>;
  unschedule(name: string): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Holds back every worker of the queue, in all processes; jobs under way are finished. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  isPaused(): Promise<boolean>;
  /** Jobs that failed at every attempt, the latest first. */
  failedJobs(page: { offset: number; limit: number }): Promise<FailedJob[]>;
  /** Tries failed jobs once more, from their first attempt. @returns how many. */
  retryFailed(ids: string[] | 'all'): Promise<number>;
  /** Another queue on the same engine, with workers, limits, pauses and failures of its own; closed with this one. */
  lane<L extends AnyJob>(name: string): Promise<JobQueue<L>>;
  /** Those that this process has opened. */
  lanes(): JobQueue<AnyJob>[];
  /** Finishes the jobs under way, or after a while gives them back, and disconnects. May be called again. */
  close(): Promise<void>;
}
