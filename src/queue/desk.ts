import type { Actor } from '../people/user.ts';
import type { FailedJob, JobCounts } from './queue.ts';

/** How one queue stands. */
export interface QueueState {
  name: string;
  counts: JobCounts;
  /** Since when it stands still, and by whose word; null while it runs. */
  pausedAt: Date | null;
  pausedBy: string | null;
}

/** A job that was given up, and the queue that keeps it. */
export interface GivenUpJob extends FailedJob {
  queue: string;
}

/** What people may see of the queues, and do to them. */
export interface QueueDesk {
  states(): Promise<QueueState[]>;
  /** Lets every queue stand still, in all processes; jobs under way are finished. Pausing twice changes nothing. */
  pause(actor: Actor): Promise<void>;
  resume(actor: Actor): Promise<void>;
  /** Jobs that failed at every attempt, the latest of each queue first. */
  failedJobs(limit: number): Promise<GivenUpJob[]>;
  /** Tries jobs that were given up once more. @returns how many. */
  retry(ids: string[] | 'all', actor: Actor): Promise<number>;
}
