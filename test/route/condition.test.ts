import { describe, expect, it } from 'vitest';
import type { RouteCondition } from '../../src/pipeline.ts';
import { factsOf, fits, isWithin, matchedCategories } from '../../src/route/condition.ts';
import { analysis, document } from './support.ts';

const facts = factsOf(
  document({ channel: 'call', language: 'zh', attributes: { segment: 'business', region: 'North' } }),
  analysis([['signal.complaint', 'billing.twice'], ['rival.green']], -1),
);

describe('a condition', () => {
  it.each<[string, RouteCondition, boolean]>([
    ['holds for everything where it asks nothing', {}, true],
    ['takes a parent for all below it', { category: ['billing'] }, true],
    ['takes any member of a list', { category: ['care', 'billing.twice'] }, true],
    ['does not take a sister for a sister', { category: ['billing.refund'] }, false],
    ['does not take a child for its parent', { category: ['billing.twice.again'] }, false],
    ['asks for a facet', { facet: ['competitor'] }, true],
    ['misses a facet that no category has', { facet: ['product', 'cause'] }, false],
    ['asks for a signal', { signal: ['signal.complaint'] }, true],
    ['misses a signal', { signal: ['signal.leave'] }, false],
    ['takes a grade at the border', { gradeAtMost: -1 }, true],
    ['leaves a milder grade', { gradeAtMost: -2 }, false],
    ['asks for a channel', { channel: ['email', 'call'] }, true],
    ['leaves other channels', { channel: ['email'] }, false],
    ['asks for a language', { language: ['zh'] }, true],
    ['leaves other languages', { language: ['en'] }, false],
    ['asks for coded data', { attributes: { segment: ['business', 'public'] } }, true],
    ['leaves other coded data', { attributes: { segment: ['home'] } }, false],
    ['leaves texts without the coded data', { attributes: { age: ['30'] } }, false],
    ['needs every part to hold', { category: ['billing'], channel: ['email'] }, false],
    ['holds when every part does', { category: ['billing'], channel: ['call'], facet: ['competitor'] }, true],
  ])('%s', (_, when, expected) => {
    expect(fits(when, facts)).toBe(expected);
  });

  it('names the categories that met it', () => {
    expect(matchedCategories({ category: ['billing'], facet: ['competitor'] }, facts)).toEqual([
      'billing',
      'billing.twice',
      'rival',
      'rival.green',
    ]);
    expect(matchedCategories({ channel: ['call'] }, facts)).toEqual([]);
  });
});

describe('isWithin', () => {
  it('goes by whole names', () => {
    expect(isWithin('billing.twice', 'billing')).toBe(true);
    expect(isWithin('billing', 'billing')).toBe(true);
    expect(isWithin('billings', 'billing')).toBe(false);
    expect(isWithin('billing', 'billing.twice')).toBe(false);
  });
});
