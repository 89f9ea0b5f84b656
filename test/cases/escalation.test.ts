import { describe, expect, it } from 'vitest';
import { cases } from '../../pipelines/cases.ts';
import type { EscalationStep } from '../../src/cases/cases-pipeline.ts';
import { escalationSteps } from '../../src/cases/escalation.ts';

const step = (hours: number, then?: string): EscalationStep => ({
  hours,
  to: 'lead',
  words: 'Late',
  ...(then && { then }),
});
const order = (first: string, steps: Record<string, EscalationStep>) =>
  escalationSteps({ on: true, backlogDays: 7, first, steps }).map(({ name }) => name);

describe('the steps of an escalation', () => {
  it('follow one another as they say', () => {
    expect(order('b', { a: step(5), b: step(-1, 'a') })).toEqual(['b', 'a']);
    expect(escalationSteps(cases.escalation).map(({ to }) => to)).toEqual(['member', 'lead', 'manager']);
  });

  it.each([
    ['a circle', 'a', { a: step(0, 'b'), b: step(1, 'c'), c: step(2, 'b') }, /in a circle: b → c → b/],
    ['a step that leads to itself', 'a', { a: step(0, 'a') }, /in a circle: a → a/],
    ['a step that is not there', 'a', { a: step(0, 'b') }, /"a" leads to "b", which is not there; the steps are a/],
    ['a beginning that is not there', 'constructor', { a: step(0) }, /begins with "constructor"/],
    ['a step before the one that leads to it', 'a', { a: step(3, 'b'), b: step(3) }, /"b" should come later than "a"/],
    ['a step that nothing leads to', 'a', { a: step(0), b: step(1) }, /Nothing leads to the escalation "b"/],
    ['hours that are none', 'a', { a: step(Number.NaN) }, /"hours" of the escalation "a" is NaN/],
  ])('are refused where there is %s', (_, first, steps, message) => {
    expect(() => order(first, steps)).toThrow(message);
  });
});
