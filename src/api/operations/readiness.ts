import type { Operations } from './operations.ts';

export interface Readiness {
  database: 'ok' | 'does not answer';
  queue: 'ok' | 'does not answer';
}

/** A part that takes longer is as good as away for whoever waits for a page. */
const patienceMs = 3000;

/** Whether the parts that this process needs answer now. */
export async function askReadiness({ database, queue }: Operations): Promise<Readiness> {
  const [databaseAnswers, queueAnswers] = await Promise.all([
    answers(database.query('select 1')),
    answers(queue.counts()),
  ]);
  return {
    database: databaseAnswers ? 'ok' : 'does not answer',
    queue: queueAnswers ? 'ok' : 'does not answer',
  };
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false);
  });
  const answer = question.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
