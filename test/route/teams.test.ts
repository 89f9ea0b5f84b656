import { describe, expect, it } from 'vitest';
import type { RouteCondition, Team } from '../../src/pipeline.ts';
import { checkRouting } from '../../src/route/check.ts';
import { type Circumstances, factsOf, fits } from '../../src/route/condition.ts';
import { createRouter } from '../../src/route/router.ts';
import { analysis, document, routing, rule, taxonomy } from './support.ts';

const complaint = analysis([['signal.complaint', 'billing.twice']]);
const office = { timeZone: 'UTC', hours: { mon: [['09:00', '17:00'] as [string, string]] }, holidays: [] };

/** Routes a complaint of Monday, 2 March 2026, 09:00, with one rule and some of Billing's settings. */
function routed(billing: Partial<Team>, circumstances: Circumstances = {}, then = {}) {
  const own = routing([rule('Bills', { category: ['billing'] }, then)]);
  const teams = { ...own.teams, billing: { name: 'Billing', owns: 'Bills.', ...billing } };
  return createRouter({ ...own, teams }, taxonomy)(document(), complaint, circumstances);
}

describe('a route', () => {
  it('is due in the working hours of its team', () => {
    const calendar = office;
    expect(routed({ calendar })?.dueAt.toISOString()).toBe('2026-04-27T17:00:00.000Z');
    const dueHours = { urgent: 1, high: 2, normal: 3, low: 4 };
    expect(routed({ calendar, dueHours })?.dueAt.toISOString()).toBe('2026-03-02T12:00:00.000Z');
  });

  it('is due when its rule says, where the rule says so', () => {
    expect(routed({ calendar: office }, {}, { dueHours: 10 })?.dueAt.toISOString()).toBe('2026-03-09T11:00:00.000Z');
  });

  it('carries the tags of its rule', () => {
    expect(routed({}, {}, { tags: ['vip', 'bill'] })?.tags).toEqual(['vip', 'bill']);
  });

  it('to a team that is switched off goes to triage and says so', () => {
    const route = routed({ enabled: false, calendar: office });
    expect(route).toMatchObject({ team: 'triage', by: 'Bills' });
    expect(route?.because).toBe('Bills: Name of billing.twice; Billing is switched off');
    // Triage works around the clock here.
    expect(route?.dueAt.toISOString()).toBe('2026-03-05T09:00:00.000Z');
  });

  it('goes on where the team is full and says who helps, and stays where it does not', () => {
    const full = new Set(['billing']);
    expect(routed({ overflow: 'retention' }, { full })?.team).toBe('retention');
    expect(routed({ overflow: 'retention' }, { full: new Set(['billing', 'retention']) })?.team).toBe('retention');
    expect(routed({}, { full })?.team).toBe('billing');
    // A circle, which no check lets through, ends at triage all the same.
    expect(routed({ overflow: 'billing' }, { full })?.team).toBe('triage');
  });
});

describe('a condition', () => {
  const facts = factsOf(
    document({
      ...{ subject: 'My BILL, again!', text: 'Charged me twice.\nÉcole — 快递晚到了' },
      attributes: { worth: '£1,250.50', odd: 'n/a' },
    }),
    complaint,
    { contactDaysAgo: [0.5, 6.9, 20] },
  );

  it.each<[RouteCondition, boolean]>([
    [{ words: ['bill again'] }, true],
    [{ words: ['nothing', 'charged ME'] }, true],
    [{ words: ['me twice école'] }, true],
    [{ words: ['charge'] }, false],
    [{ words: ['晚到'] }, true],
    [{ words: ['早到'] }, false],
    [{ customerValue: { attribute: 'worth', atLeast: 1250.5 } }, true],
    [{ customerValue: { attribute: 'worth', atMost: 1250 } }, false],
    [{ customerValue: { attribute: 'worth', atLeast: 1000, atMost: 2000 } }, true],
    [{ customerValue: { attribute: 'odd', atMost: 5 } }, false],
    [{ customerValue: { attribute: 'missing', atMost: 5 } }, false],
    [{ repeatContact: { times: 2, withinDays: 7 } }, true],
    [{ repeatContact: { times: 3, withinDays: 7 } }, false],
    [{ repeatContact: { times: 3, withinDays: 20 } }, true],
  ])('%j holds: %s', (when, holds) => {
    expect(fits(when, facts)).toBe(holds);
  });

  it('of contact holds for nobody of whom nothing is known', () => {
    const unknown = factsOf(document(), complaint);
    expect(fits({ repeatContact: { times: 1, withinDays: 7 } }, unknown)).toBe(false);
  });
});

describe('a rule that cannot work', () => {
  const problems = (...rules: Parameters<typeof routing>[0]) => {
    try {
      checkRouting(routing(rules), taxonomy);
      return '';
    } catch (error) {
      return String(error);
    }
  };

  it.each<[Parameters<typeof rule>[1], Parameters<typeof rule>[2], string]>([
    [{ customerValue: { attribute: 'worth' } }, {}, 'without "atLeast" or "atMost"'],
    [{ customerValue: { attribute: 'worth', atLeast: 5, atMost: 4 } }, {}, 'at least 5 and at most 4, which is never'],
    [{ repeatContact: { times: 0, withinDays: 7 } }, {}, 'whole numbers from 1 to 365'],
    [{ words: ['…'] }, {}, 'looks for "…", which holds no word'],
    [{ words: [] }, {}, 'empty list of words, so it can never fire'],
    [{}, { dueHours: -1 }, 'has "dueHours" -1; it should be above 0'],
    [{}, { tags: [' '] }, 'has an empty tag'],
    [{}, { team: 'nowhere' }, 'names the unknown team "nowhere"'],
  ])('is told before any complaint is lost: %j %j', (when, then, message) => {
    expect(problems(rule('R', when, then))).toContain(message);
  });

  it('never fires behind one that asks for less of the same', () => {
    const worth = (atLeast: number) => ({ customerValue: { attribute: 'worth', atLeast } });
    expect(problems(rule('A', worth(10)), rule('B', worth(20)))).toContain(
      'Rule "B" can never fire: "A" always fits first.',
    );
    expect(problems(rule('A', worth(20)), rule('B', worth(10)))).toBe('');
    const repeat = (times: number, withinDays: number) => ({ repeatContact: { times, withinDays } });
    expect(problems(rule('A', repeat(1, 14)), rule('B', repeat(2, 7)))).toContain('Rule "B" can never fire');
    expect(problems(rule('A', repeat(2, 7)), rule('B', repeat(1, 14)))).toBe('');
    const words = (...all: string[]) => ({ words: all });
    expect(problems(rule('A', words('late')), rule('B', words('late again', 'too late')))).toContain(
      'Rule "B" can never fire',
    );
    expect(problems(rule('A', words('late')), rule('B', words('late', 'lost')))).toBe('');
  });
});
