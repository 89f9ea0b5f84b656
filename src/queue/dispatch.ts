import type { JobQueue, NewJob } from './queue.ts';

/** Puts texts on the queue, as many a job as the pipeline says, wherever they came from. */
export interface Dispatch {
  add(rawIds: string[], options?: { urgent?: boolean }): void;
  /** Resolves when what was added is on the queue. */
  flush(): Promise<void>;
}

/** Single mails arrive one by one; waiting this long lets them share a job, and no person notices it. */
const gatherMilliseconds = 25;

/** What cannot wait does not wait for many others of its kind either: their job is done in a few milliseconds. */
const urgentBatch = 5;

/**
 * Gathers ids into full jobs, those that may be urgent apart from the others, so that they overtake a backlog. Should the
 * process die before they are on the queue, the sweep finds their texts waiting.
 * @param onError told when the queue refuses; the texts stay in the store, and the sweep queues them again.
 */
export function createDispatch(queue: JobQueue, batchTexts: number, onError: (error: Error) => void): Dispatch {
  let sending: Promise<void> = Promise.resolve();
  const send = (jobs: NewJob[]): void => {
    if (jobs.length > 0) sending = sending.then(() => queue.add(jobs)).catch(onError);
  };
  const ordinary = gatherer(batchTexts, (batches) => send(batches.map((rawIds) => jobOf(rawIds, false))));
  const urgent = gatherer(urgentBatch, (batches) => send(batches.map((rawIds) => jobOf(rawIds, true))));
  return {
    add: (rawIds, options) => (options?.urgent ? urgent : ordinary).add(rawIds),
    flush() {
      urgent.send();
      ordinary.send();
      return sending;
    },
  };
}

function jobOf(rawIds: string[], urgent: boolean): NewJob {
  return { name: 'intake', data: { rawIds }, ...(urgent && { options: { urgent } }) };
}

/** Gathers ids until a batch is full or a moment has passed. */
function gatherer(size: number, onBatches: (batches: string[][]) => void) {
  let gathered: string[] = [];
  let timer: NodeJS.Timeout | null = null;
  function send(): void {
    if (timer) clearTimeout(timer);
    timer = null;
    const batches: string[][] = [];
    for (let start = 0; start < gathered.length; start += size) batches.push(gathered.slice(start, start + size));
    gathered = [];
    onBatches(batches);
  }
  return {
    add(rawIds: string[]): void {
      gathered.push(...rawIds);
      if (gathered.length >= size) send();
      else if (gathered.length > 0) timer ??= setTimeout(send, gatherMilliseconds);
    },
    send,
  };
}
