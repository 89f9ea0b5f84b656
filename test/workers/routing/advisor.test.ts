import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quality } from '../../../pipelines/quality.ts';
import { training } from '../../../pipelines/training.ts';
import type { Context } from '../../../src/context.ts';
import { addRoutingModel, setModelState, setModelThreshold } from '../../../src/store/routing/routing-models.ts';
import { type Advisor, openAdvisor } from '../../../src/workers/routing/advisor.ts';
import { learnRouting } from '../../../src/workers/routing/learn-routing.ts';
import { testContexts } from '../../support/contexts.ts';
import { madeUpHistory } from '../../support/history.ts';
import { rawText, route, understood } from '../../support/texts.ts';

const [embedded] = testContexts();
const source = { name: 'history.csv', sha256: '0'.repeat(64) };

let context: Context;
let model: number;
let advisor: Advisor | null = null;
let drop: () => Promise<void>;
beforeAll(async () => {
  const started = await embedded!.start();
  ({ context, drop } = started);
  const learned = await learnRouting(madeUpHistory(300), { training, quality, embedder: null, source });
  model = await addRoutingModel(context.database, learned, learned.files, context.now());
});
afterAll(async () => {
  await advisor?.close();
  await context.close();
  await drop();
});

const noRule = route({ team: 'triage', by: 'no rule', because: 'No rule fits: a person must look', score: 0 });
const unrouted = (text: string) => understood(rawText(text), { route: noRule });
const restart = async (): Promise<Advisor> => {
  await advisor?.close();
  advisor = await openAdvisor(context);
  return advisor;
};
const adviseOne = async (text: string) => {
  const [result] = await (await restart()).advise([unrouted(text)]);
  if (!result || !('route' in result)) throw new Error('The text has a route.');
  return result;
};

describe('the advice of routing models', () => {
  it('changes nothing while no model runs', async () => {
    expect((await adviseOne('charged twice, a refund of the invoice')).route).toEqual(noRule);
  });

  it('is only noted where the model runs in the shadow', async () => {
    await setModelState(context.database, model, 'shadow', context.now());
    const { route: kept, shadow } = await adviseOne('charged twice, a refund of the invoice');
    expect(kept).toEqual(noRule);
    expect(shadow).toMatchObject({ candidate: `model ${model}`, team: 'billing' });
  });

  it('sends a complaint where the live model is sure, and names the likeliest teams where it is not', async () => {
    await setModelState(context.database, model, 'live', context.now());
    await setModelThreshold(context.database, model, 0.7);
    const sure = await adviseOne('charged twice, a refund of the invoice');
    expect(sure.route).toMatchObject({ team: 'billing', by: `model ${model}` });
    const unsure = await adviseOne('still nobody answers');
    expect(unsure.route).toMatchObject({ team: 'triage', by: 'no rule' });
    expect(unsure.route?.suggestions.length).toBeGreaterThan(0);
    expect(unsure.route?.because).toContain('a person must look');
  });

  it('leaves alone what a rule sent, what is no complaint and what could not be read', async () => {
    const byRule = understood(rawText('charged twice'), { route: route({ team: 'network' }) });
    const praise = understood(rawText('charged nothing'));
    const broken = { rawId: 'x', reason: 'It is empty.' };
    expect(await (await restart()).advise([byRule, praise, broken])).toEqual([byRule, praise, broken]);
  });
});
