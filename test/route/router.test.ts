import { describe, expect, it } from 'vitest';
import { createRouter } from '../../src/route/router.ts';
import { createRandom } from '../../src/stats/random.ts';
import type { Grade } from '../../src/types.ts';
import { analysis, document, routing, rule, taxonomy } from './support.ts';

const rules = [
  rule('Danger goes first', { category: ['care'] }, { priority: 'urgent' }),
  rule('Farewells go to Retention', { signal: ['signal.leave'] }, { team: 'retention', priority: 'high' }),
  rule('Bills go to Billing', { category: ['billing'] }),
];
const route = createRouter(routing(rules), taxonomy);

describe('the router', () => {
  it('takes the first rule that fits, and says why in words', () => {
    expect(route(document(), analysis([['billing.twice'], ['signal.leave'], ['signal.complaint']]))).toEqual({
      team: 'retention',
      priority: 'high',
      dueAt: new Date('2026-03-03T09:00:00Z'),
      by: 'Farewells go to Retention',
      because: 'Farewells go to Retention: Name of signal.leave',
      score: 1,
      suggestions: [],
      sentences: [1, 2],
    });
  });

  it('leaves alone what is no complaint', () => {
    expect(route(document(), analysis([['billing.twice', 'signal.leave']]))).toBeNull();
    expect(route(document(), analysis([['billing', '!signal.complaint']]))).toBeNull();
    expect(route(document(), analysis([]))).toBeNull();
  });

  it('leaves alone what a machine wrote', () => {
    const found = analysis([['billing', 'signal.complaint']]);
    expect(route(document({ attributes: { automatic: 'yes' } }), found)).toBeNull();
    expect(route(document({ attributes: { automatic: 'no' } }), found)?.team).toBe('billing');
  });

  it('brings a complaint that no rule fits to triage', () => {
    expect(route(document(), analysis([['product.phone'], ['signal.complaint']]))).toEqual({
      team: 'triage',
      priority: 'normal',
      dueAt: new Date('2026-03-05T09:00:00Z'),
      by: 'no rule',
      because: 'No rule fits: a person must look',
      score: 0,
      suggestions: [],
      sentences: [1],
    });
  });

  it('names the most specific categories, and every sentence that met the rule', () => {
    const found = route(
      document(),
      analysis([['signal.complaint'], ['billing'], ['!billing.refund'], ['billing.twice', 'billing.refund'], []]),
    );
    expect(found?.because).toBe('Bills go to Billing: Name of billing.twice, Name of billing.refund');
    expect(found?.sentences).toEqual([0, 1, 3]);
  });

  it('raises the priority by a signal, never lowers it, and says so', () => {
    const raising = createRouter(routing(rules, { raise: { signal: ['signal.urgency'], to: 'high' } }), taxonomy);
    const urgent = analysis([['billing', 'signal.complaint'], ['signal.urgency']]);
    expect(raising(document(), urgent)).toMatchObject({
      priority: 'high',
      dueAt: new Date('2026-03-03T09:00:00Z'),
      because: 'Bills go to Billing: Name of billing; raised to high by Name of signal.urgency',
      sentences: [0, 1],
    });
    const danger = raising(document(), analysis([['care.safety', 'signal.complaint', 'signal.urgency']]));
    expect(danger).toMatchObject({ priority: 'urgent', because: 'Danger goes first: Name of care.safety' });
    const triage = raising(document(), analysis([['signal.complaint', 'signal.urgency']]));
    expect(triage).toMatchObject({ team: 'triage', priority: 'high' });
  });

  it('gives every complaint a team that exists, and nothing else one', () => {
    const random = createRandom(4);
    const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
    const ids = taxonomy.categories.map(({ id }) => id);
    const teams = Object.keys(routing(rules).teams);
    for (let round = 0; round < 500; round++) {
      const sentences = Array.from({ length: random.below(5) }, () =>
        Array.from({ length: random.below(4) }, () => (random.below(5) === 0 ? '!' : '') + pick(ids)),
      );
      const found = analysis(sentences, pick<Grade>([-2, -1, 0, 1, 2]));
      const routed = route(document({ channel: pick(['email', 'call', 'survey'] as const) }), found);
      const complains = sentences.flat().includes('signal.complaint');
      expect(routed !== null, JSON.stringify(sentences)).toBe(complains);
      if (routed) expect(teams).toContain(routed.team);
      for (const sentence of routed?.sentences ?? []) expect(found.sentences[sentence]).toBeDefined();
    }
  });
});
