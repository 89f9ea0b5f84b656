import { describe, expect, it } from 'vitest';
import { routing } from '../../pipelines/routing.ts';
import type { Routing } from '../../src/pipeline.ts';
import { urgentCategories } from '../../src/route/urgent-categories.ts';

const own: Routing = {
  teams: { a: { name: 'A', owns: 'all' } },
  triage: 'a',
  dueHours: { urgent: 1, high: 2, normal: 3, low: 4 },
  raise: { signal: ['signal.urgency'], to: 'urgent' },
  rules: [
    { name: 'one', when: { category: ['danger'], signal: ['signal.threat'] }, then: { team: 'a', priority: 'urgent' } },
    { name: 'two', when: { category: ['bill'] }, then: { team: 'a', priority: 'high' } },
    { name: 'three', when: { gradeAtMost: -2 }, then: { team: 'a', priority: 'urgent' } },
  ],
};
const ids = ['danger', 'danger.fire', 'dangerous', 'signal.threat', 'signal.urgency', 'bill', 'signal'];

describe('urgentCategories', () => {
  it('are those that urgent rules name, with all below them, and the signals that raise to urgent', () => {
    expect(ids.filter(urgentCategories(own))).toEqual(['danger', 'danger.fire', 'signal.threat', 'signal.urgency']);
  });

  it('leaves out signals that raise to less', () => {
    const lesser: Routing = { ...own, raise: { signal: ['signal.urgency'], to: 'high' } };
    expect(urgentCategories(lesser)('signal.urgency')).toBe(false);
  });

  it.each(Object.keys(routing))('finds some in the routing of %s', (name) => {
    const { rules } = routing[name as keyof typeof routing];
    expect(
      rules
        .flatMap(({ when }) => ('category' in when ? when.category : []))
        .some(urgentCategories(routing[name as keyof typeof routing])),
    ).toBe(true);
  });
});
