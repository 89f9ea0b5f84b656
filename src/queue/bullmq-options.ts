import type { JobsOptions } from 'bullmq';
import type { JobOptions } from './queue.ts';

/** BullMQ does jobs of a lower number first, but all without a number before them: so every job of ours has one. */
const priorities = { urgent: 1, ordinary: 2 };

/** The store tells what was done; of what failed for good, the last thousand are shown, for a month. */
export const keepFailed: JobsOptions = { removeOnComplete: true, removeOnFail: { count: 1000, age: 30 * 86_400 } };

/** What BullMQ calls our options. Waits between attempts are shortened at random, so that not all come back at once. */
export function toBull({ id, urgent, delaySeconds, attempts = 5, backoffSeconds = 1 }: JobOptions = {}): JobsOptions {
  return {
    ...keepFailed,
    priority: urgent ? priorities.urgent : priorities.ordinary,
    attempts,
    backoff: { type: 'exponential', delay: backoffSeconds * 1000, jitter: 0.5 },
    ...(delaySeconds && { delay: delaySeconds * 1000 }),
    // BullMQ refuses ids with a colon, and those that look like its own numbers.
    ...(id !== undefined && { jobId: `job-${encodeURIComponent(id)}` }),
  };
}
