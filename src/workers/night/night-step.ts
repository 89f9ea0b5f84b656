import type { Logger } from 'pino';
import type { Queryable } from '../../store/database.ts';
import { tellStep } from '../../store/runs/watch-run.ts';

/** Told of each step of a night, and of the texts read so far where that is known. */
export type OnStep = (step: string, texts?: number) => void;

/** Within a step the store is told of progress this often; a person who watches sees no difference. */
const everyMilliseconds = 1000;

/** Tells steps to the store, for the pages, and to whoever else listens. What the store cannot take stops no night. */
export function stepTeller(db: Queryable, runId: number, log: Logger, onStep: OnStep): OnStep {
  let current = '';
  let toldAt = 0;
  return (step, texts) => {
    onStep(step, texts);
    if (step === current && performance.now() - toldAt < everyMilliseconds) return;
    current = step;
    toldAt = performance.now();
    tellStep(db, runId, step, texts ?? null).catch((err: unknown) =>
      log.warn({ err, runId }, 'a step could not be told'),
    );
  };
}
