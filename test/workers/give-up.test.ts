import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { addRawTexts } from '../../src/store/intake/add-raw-texts.ts';
import { startIntake } from '../../src/store/intake/start-intake.ts';
import { listFailures } from '../../src/store/read/failures.ts';
import { storeStatus } from '../../src/store/status.ts';
import { attemptIntake, type Reader } from '../../src/workers/intake.ts';
import { testContexts } from '../support/contexts.ts';
import { rawText, understood } from '../support/texts.ts';
import { until } from '../support/until.ts';

const [embedded] = testContexts();
const texts = ['first', 'poison', 'third'].map((body) => rawText(body));
const ids = texts.map(({ id }) => id);

/** Gives a text named "poison" a grade that the store refuses. */
const poisonous: Reader = {
  understand: async (raws) =>
    raws.map((raw) => {
      const result = understood(raw);
      const { analysis } = result;
      const isPoison = Buffer.from(raw.bytes).toString() === 'poison';
      return isPoison ? { ...result, analysis: { ...analysis, sentiment: { score: 0, grade: 7 as never } } } : result;
    }),
};

let context: Context;
let drop: () => Promise<void>;
beforeAll(async () => {
  const started = await embedded!.start();
  context = started.context;
  drop = started.drop;
  await addRawTexts(context.database, await startIntake(context.database, 'test', context.now()), texts, context.now());
});
afterAll(async () => {
  await context.close();
  await drop();
});

describe('a job of texts that fails', () => {
  it('fails as long as it has attempts left', async () => {
    await expect(attemptIntake(context, poisonous, ids, false)).rejects.toThrow('documents_grade_check');
    expect(await context.queue.counts()).toMatchObject({ waiting: 0 });
  });

  it('is tried text by text in the end: the others are saved, and the one at fault is kept aside with the reason', async () => {
    await attemptIntake(context, poisonous, ids, true);
    expect(await context.queue.counts()).toMatchObject({ waiting: 3 });
    await context.queue.work(
      async (job, { last }) => {
        if (job.name === 'intake') await attemptIntake(context, poisonous, job.data.rawIds, last);
      },
      { concurrency: 1 },
    );
    await until(async () => (await storeStatus(context.database, context.models.versions)).waiting === 0);
    expect(await storeStatus(context.database, context.models.versions)).toMatchObject({ documents: 2, failures: 1 });
    const [failure] = await listFailures(context.database, { after: null, limit: 10 });
    expect(failure).toMatchObject({
      source: 'poison.txt',
      reason: expect.stringContaining('could not be analysed or stored'),
    });
  });

  it('leaves texts waiting where the surroundings are at fault', async () => {
    const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' });
    const failing: Reader = { ...poisonous, understand: () => Promise.reject(full) };
    const late = rawText('late');
    await addRawTexts(
      context.database,
      await startIntake(context.database, 'late', context.now()),
      [late],
      context.now(),
    );
    await expect(attemptIntake(context, failing, [late.id], true)).rejects.toThrow('No space left');
    expect(await storeStatus(context.database, context.models.versions)).toMatchObject({ waiting: 1, failures: 1 });
  });
});
