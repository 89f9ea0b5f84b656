import { beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { routing } from '../../pipelines/routing.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels, type Models } from '../../src/models.ts';
import type { RouteRule } from '../../src/pipeline.ts';
import { checkRouting } from '../../src/route/check.ts';
import { createRouter } from '../../src/route/router.ts';
import type { Document, Route } from '../../src/types.ts';
import { banking } from './sentences/banking.ts';
import { retail } from './sentences/retail.ts';
import { telecoms } from './sentences/telecoms.ts';
import { document } from './support.ts';

const sentences = { telecoms, banking, retail };
const trades = Object.keys(sentences) as (keyof typeof sentences)[];

describe.each(trades)('the routing for %s', (trade) => {
  let models: Models;
  let route: (text: string, some?: Partial<Document>) => Route | null;
  beforeAll(async () => {
    models = await loadModels(packageRoot, trade);
    const analyse = createAnalyser(models, intake);
    const router = createRouter(routing[trade], models.taxonomy);
    route = (text, some) => {
      const written = document({ text, ...some });
      const [analysis] = analyse([written]);
      return analysis ? router(written, analysis) : null;
    };
  });

  it('is sound', () => {
    expect(() => checkRouting(routing[trade], models.taxonomy)).not.toThrow();
  });

  it('has seven to ten teams, each with work to do', () => {
    const { teams, rules, triage } = routing[trade];
    expect(Object.keys(teams).length).toBeGreaterThanOrEqual(7);
    expect(Object.keys(teams).length).toBeLessThanOrEqual(10);
    const busy = new Set<string>([triage, ...rules.map((rule: RouteRule) => rule.then.team)]);
    expect([...busy].sort()).toEqual(Object.keys(teams).sort());
  });

  it('has a sentence here for each of its rules, and no other', () => {
    expect(Object.keys(sentences[trade]).sort()).toEqual(routing[trade].rules.map(({ name }) => name).sort());
  });

  it.each(Object.entries(sentences[trade]))('%s', (name, text) => {
    const found = route(text);
    expect(found?.by, found?.because).toBe(name);
    expect(found?.sentences.length).toBeGreaterThan(0);
  });

  it('brings a complaint without a topic to triage', () => {
    expect(route('I am not happy.')).toMatchObject({ team: 'triage', by: 'no rule', priority: 'normal' });
  });

  it('raises what cannot wait', () => {
    const calm = route('I was on hold for two hours. Disgraceful.');
    const pressing = route('I was on hold for two hours. Disgraceful. This is urgent, call me as soon as possible.');
    expect([calm?.priority, pressing?.priority]).toEqual(['normal', 'high']);
    expect(pressing?.because).toMatch(/; raised to high by Urgency$/);
  });

  it('leaves praise, questions and machines alone', () => {
    expect(route('Thank you so much, your staff were brilliant.')).toBeNull();
    expect(route('What time do you open on Sunday?')).toBeNull();
    expect(route('I am not happy with you.', { attributes: { automatic: 'yes' } })).toBeNull();
  });
});

describe('Chinese complaints', () => {
  it.each([
    ['telecoms', '你们重复收费，扣了两次，太差了！', 'billing'],
    ['telecoms', '宽带又断网了，根本上不了网，很失望。', 'network'],
    ['telecoms', '师傅爽约，等了一天没人上门，气死我了。', 'field'],
    ['banking', '我的银行卡被盗刷了，请马上处理，太气愤了。', 'fraud'],
    ['banking', '转账三天还没到账，对方没收到，非常不满意。', 'payments'],
    ['retail', '收到的是假货，太失望了，我要投诉！', 'safety'],
    ['retail', '包裹一直没收到，显示已签收，差评！', 'delivery'],
    ['retail', '衣服洗一次就掉色，质量太差。', 'quality'],
  ] as const)('in %s: %s', async (trade, text, team) => {
    const models = await loadModels(packageRoot, trade);
    const written = document({ text, language: 'zh' });
    const [analysis] = createAnalyser(models, intake)([written]);
    expect(createRouter(routing[trade], models.taxonomy)(written, analysis!)?.team).toBe(team);
  });
});
