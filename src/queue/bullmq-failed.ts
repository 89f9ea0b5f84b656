import type { Job as BullJob, Queue } from 'bullmq';
import type { FailedJob } from './queue.ts';

type FailedJobs = Pick<Queue, 'getJob' | 'getFailed' | 'getFailedCount'>;

/** The latest first. */
export async function listFailed(
  queue: FailedJobs,
  { offset, limit }: { offset: number; limit: number },
): Promise<FailedJob[]> {
  return (await queue.getFailed(offset, offset + limit - 1)).map(toFailedJob);
}

function toFailedJob({ id, name, data, failedReason, attemptsMade, finishedOn, timestamp }: BullJob): FailedJob {
  const failedAt = new Date(finishedOn ?? timestamp);
  return { id: id ?? '', name, data, reason: failedReason, attempts: attemptsMade, failedAt };
}

const page = 100;

/** Tries failed jobs once more, from their first attempt. @returns how many. */
export async function retryFailed(queue: FailedJobs, ids: string[] | 'all'): Promise<number> {
  let retried = 0;
  const retry = async (job: BullJob | undefined): Promise<void> => {
    if (!job || !(await job.isFailed())) return;
    await job.retry('failed', { resetAttemptsMade: true });
    retried += 1;
  };
  if (ids !== 'all') for (const id of ids) await retry(await queue.getJob(id));
  // What is retried leaves the list, unless it fails again meanwhile: so only as many as there were at first.
  else
    for (let left = await queue.getFailedCount(); left > 0; left -= page) {
      for (const job of await queue.getFailed(0, Math.min(page, left) - 1)) await retry(job);
    }
  return retried;
}
