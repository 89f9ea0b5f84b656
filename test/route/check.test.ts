import { describe, expect, it } from 'vitest';
import type { RouteRule, Routing } from '../../src/pipeline.ts';
import { checkRouting } from '../../src/route/check.ts';
import type { Channel, Facet, Priority } from '../../src/types.ts';
import { routing, rule, taxonomy } from './support.ts';

const mistakes = (rules: RouteRule[], some?: Partial<Routing>) => {
  try {
    checkRouting(routing(rules, some), taxonomy);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n- ').slice(1);
  }
};
/** What a colleague may write who edits without a type checker beside them. */
const misspelt = <T>(value: string) => value as T;

describe('checkRouting', () => {
  it('lets a sound routing pass', () => {
    expect(
      mistakes([
        rule('a', { category: ['billing.twice'] }),
        rule('b', { category: ['billing'] }),
        rule('c', { facet: ['competitor'], channel: ['survey'], gradeAtMost: -1, attributes: { region: ['North'] } }),
        rule('d', {}),
      ]),
    ).toEqual([]);
  });

  it('names the taxonomy and every mistake at once', () => {
    const rules = [rule('a', { category: ['bills'] }), rule('b', { signal: ['signal.joy'] })];
    expect(() => checkRouting(routing(rules), taxonomy)).toThrow(
      'The routing for the taxonomy "test" needs mending:\n' +
        '- Rule "a" names the unknown category "bills".\n' +
        '- Rule "b" names the unknown signal "signal.joy".',
    );
  });

  it.each<[string, RouteRule[], Partial<Routing>, string]>([
    [
      'a triage team that is not there',
      [],
      { triage: 'desk' },
      '"triage" names the team "desk", which is not among the teams: billing, retention, triage.',
    ],
    ['an unknown team', [rule('a', {}, { team: 'bills' })], {}, 'Rule "a" names the unknown team "bills".'],
    [
      'an unknown priority',
      [rule('a', {}, { priority: misspelt<Priority>('asap') })],
      {},
      'Rule "a" names the unknown priority "asap"; it should be one of urgent, high, normal, low.',
    ],
    [
      'a topic where a signal belongs',
      [rule('a', { signal: ['billing'] })],
      {},
      'Rule "a" names the unknown signal "billing".',
    ],
    [
      'an unknown facet',
      [rule('a', { facet: [misspelt<Facet>('rival')] })],
      {},
      'Rule "a" names the unknown facet "rival".',
    ],
    [
      'an unknown channel',
      [rule('a', { channel: [misspelt<Channel>('fax')] })],
      {},
      'Rule "a" names the unknown channel "fax".',
    ],
    [
      'a list without members',
      [rule('a', { language: [] })],
      {},
      'Rule "a" has an empty list of language, so it can never fire.',
    ],
    [
      'coded data without values',
      [rule('a', { attributes: { region: [] } })],
      {},
      'Rule "a" has an empty list of region, so it can never fire.',
    ],
    [
      'two rules of one name',
      [rule('a', { category: ['care'] }), rule('a', {})],
      {},
      'Two rules are named "a"; a case could not say which one sent it.',
    ],
    [
      'an unknown signal that raises',
      [],
      { raise: { signal: ['signal.hurry'], to: 'high' } },
      'The field "raise" names the unknown signal "signal.hurry".',
    ],
    [
      'a due time that is none',
      [],
      { dueHours: { urgent: 0, high: 24, normal: 72, low: 120 } },
      '"dueHours" of urgent should be a number of hours above 0.',
    ],
    [
      'due times the wrong way round',
      [],
      { dueHours: { urgent: 48, high: 24, normal: 72, low: 120 } },
      '"dueHours" gives urgent more time than high.',
    ],
  ])('finds %s', (_, rules, some, expected) => {
    expect(mistakes(rules, some)).toEqual([expected]);
  });

  it.each<[string, RouteRule[], string]>([
    [
      'behind its own parent',
      [rule('all', { category: ['billing'] }), rule('one', { category: ['billing.twice'] })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'behind a rule that asks nothing',
      [rule('all', {}), rule('one', { signal: ['signal.leave'], channel: ['call'] })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'behind a rule that asks what every complaint has',
      [rule('all', { signal: ['signal.complaint'] }), rule('one', { category: ['care'] })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'behind the facet of its category',
      [rule('all', { facet: ['competitor'] }), rule('one', { category: ['rival.green'] })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'behind the categories of its facet',
      [rule('all', { category: ['rival'] }), rule('one', { facet: ['competitor'], gradeAtMost: -2 })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'behind several rules together',
      [
        rule('safety', { category: ['care.safety'] }),
        rule('law', { category: ['care.law'] }),
        rule('both', { category: ['care'] }),
      ],
      'Rule "both" can never fire: "safety" and "law" always fit first.',
    ],
    [
      'behind a rule for each channel',
      [
        rule('written', { category: ['care'], channel: ['email', 'survey'] }),
        rule('spoken', { category: ['care'], channel: ['call'] }),
        rule('both', { category: ['care'], gradeAtMost: -1 }),
      ],
      'Rule "both" can never fire: "written" and "spoken" always fit first.',
    ],
    [
      'behind a milder grade',
      [rule('all', { category: ['care'], gradeAtMost: 0 }), rule('one', { category: ['care'], gradeAtMost: -1 })],
      'Rule "one" can never fire: "all" always fits first.',
    ],
    [
      'for want of a category of its facet',
      [rule('one', { facet: ['cause'] })],
      'Rule "one" can never fire: no category of the taxonomy meets it.',
    ],
  ])('finds a rule that is dead %s', (_, rules, expected) => {
    expect(mistakes(rules)).toEqual([expected]);
  });

  it.each<[string, RouteRule[]]>([
    [
      'an earlier rule asks more',
      [rule('a', { category: ['care'], gradeAtMost: -2 }), rule('b', { category: ['care'] })],
    ],
    [
      'a parent has cues of its own',
      [rule('a', { category: ['billing.twice', 'billing.refund'] }), rule('b', { category: ['billing'] })],
    ],
    ['an earlier rule asks for a language', [rule('a', { language: ['en', 'zh'] }), rule('b', { category: ['care'] })]],
    [
      'an earlier rule asks for coded data',
      [rule('a', { attributes: { region: ['North'] } }), rule('b', { category: ['care'] })],
    ],
    [
      'another value is asked for',
      [rule('a', { attributes: { region: ['North'] } }), rule('b', { attributes: { region: ['North', 'South'] } })],
    ],
    ['only one of two categories is taken', [rule('a', { category: ['care.law'] }), rule('b', { category: ['care'] })]],
    [
      'both conditions must hold before',
      [rule('a', { category: ['care'], signal: ['signal.leave'] }), rule('b', { signal: ['signal.leave'] })],
    ],
  ])('knows that a rule is alive where %s', (_, rules) => {
    expect(mistakes(rules)).toEqual([]);
  });
});
