import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { listRoutingModels, setModelState, setModelThreshold } from '../../../src/store/routing/routing-models.ts';
import { retrainRouting } from '../../../src/workers/routing/retrain-routing.ts';
import { testContexts } from '../../support/contexts.ts';
import { madeUpHistory } from '../../support/history.ts';
import { rawText, route, understood } from '../../support/texts.ts';

const [embedded] = testContexts();

let context: Context;
let drop: () => Promise<void>;
beforeAll(async () => {
  const started = await embedded!.start();
  ({ context, drop } = started);
});
afterAll(async () => {
  await context.close();
  await drop();
});

/** Opens a case for each complaint and has its team close it. */
async function close(count: number, seed: number): Promise<void> {
  const { database } = context;
  const now = new Date();
  const history = madeUpHistory(count, seed).map(({ text, team }, at) => ({
    raw: rawText(`${text} ${seed} ${at}`),
    team,
  }));
  await addRawTexts(
    database,
    await startIntake(database, 'files', now),
    history.map(({ raw }) => raw),
    now,
  );
  const results = history.map(({ raw, team }) =>
    understood(raw, { document: { customerId: null, threadId: null }, route: route({ team }) }),
  );
  await saveResults(database, results, now);
  await database.query("update cases set state = 'closed' where state = 'open'");
}

describe('a night of learning', () => {
  it('learns nothing from too few closed cases', async () => {
    await close(40, 1);
    expect(await retrainRouting(context)).toBeNull();
  });

  it('keeps what it learned first as a candidate: nobody has let a model route yet', async () => {
    await close(160, 2);
    expect(await retrainRouting(context)).toEqual({ model: 1, promoted: false });
    expect((await listRoutingModels(context.database))[0]).toMatchObject({ state: 'candidate', examples: 200 });
  }, 120_000);

  it('learns nothing anew before there are enough new cases', async () => {
    expect(await retrainRouting(context)).toBeNull();
  });

  it('lets the new model route where it costs less than the live one', async () => {
    const { database } = context;
    await setModelState(database, 1, 'live', context.now());
    // At this threshold it leaves nearly everything to people, which costs more than it should.
    await setModelThreshold(database, 1, 1);
    await close(60, 3);
    expect(await retrainRouting(context)).toEqual({ model: 2, promoted: true });
    const states = (await listRoutingModels(database)).map(({ id, state }) => [id, state]);
    expect(states).toEqual([
      [2, 'live'],
      [1, 'retired'],
    ]);
    const [entry] = await database.query("select actor, action, subject from audit_events where action = 'made live'");
    expect(entry).toEqual({ actor: 'earshot', action: 'made live', subject: 'routing model 2' });
  }, 120_000);
});
