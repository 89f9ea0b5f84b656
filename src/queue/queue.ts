/** What waits to be done. Jobs carry ids; the store holds what they are about, so a lost queue loses nothing. */
export type Job = { name: 'intake'; data: { rawIds: string[] } } | { name: 'nightly'; data: Record<string, never> };

/** Does one job. It must be safe to run twice: the job of a killed process is given to another. */
export type Handler = (job: Job) => Promise<unknown>;

export interface WorkOptions {
  /** Jobs at a time in this process. */
  concurrency: number;
  /** Told of each attempt that failed, and of trouble with the queue itself; both are tried again. */
  onError?: (error: Error) => void;
}

/** How many jobs stand where. */
export interface JobCounts {
  waiting: number;
  active: number;
  /** Failed before, and waiting for their next attempt. */
  delayed: number;
  /** Failed at every attempt, and kept. */
  failed: number;
  completed: number;
}

/** The one interface to the queue. BullMQ on Redis and BullMQ on the database each adapt to it in one file. */
export interface JobQueue {
  readonly engine: 'redis' | 'postgres' | 'pglite';
  add(jobs: Job[]): Promise<void>;
  /** Starts to work. May be called once. */
  work(handler: Handler, options: WorkOptions): Promise<void>;
  counts(): Promise<JobCounts>;
  /** Holds back every worker of the queue, in all processes; jobs under way are finished. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Finishes the jobs under way, or after a while gives them back, and disconnects. May be called again. */
  close(): Promise<void>;
}
