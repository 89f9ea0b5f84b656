import type { Job, JobQueue } from './queue.ts';

/** Puts texts on the queue, as many a job as the pipeline says, wherever they came from. */
export interface Dispatch {
  add(rawIds: string[]): void;
  /** Resolves when what was added is on the queue. */
  flush(): Promise<void>;
}

/** Single mails arrive one by one; waiting this long lets them share a job, and no person notices it. */
const gatherMilliseconds = 25;

/**
 * Gathers ids into full jobs. Should the process die before they are on the queue, the sweep finds their texts waiting.
 * @param onError told when the queue refuses; the texts stay in the store, and the sweep queues them again.
 */
export function createDispatch(queue: JobQueue, batchTexts: number, onError: (error: Error) => void): Dispatch {
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> = Promise.resolve();

  function send(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const jobs = jobsOf(gathered, batchTexts);
    gathered = [];
    if (jobs.length > 0) sending = sending.then(() => queue.add(jobs)).catch(onError);
  }

  return {
    add(rawIds) {
      gathered.push(...rawIds);
      if (gathered.length >= batchTexts) send();
      else timer ??= setTimeout(send, gatherMilliseconds);
    },
    flush() {
      send();
      return sending;
    },
  };
}

function jobsOf(rawIds: string[], batchTexts: number): Job[] {
  const jobs: Job[] = [];
  for (let start = 0; start < rawIds.length; start += batchTexts) {
    jobs.push({ name: 'intake', data: { rawIds: rawIds.slice(start, start + batchTexts) } });
  }
  return jobs;
}
