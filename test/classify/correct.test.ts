import { describe, expect, it } from 'vitest';
import { createCorrector } from '../../src/classify/correct.ts';
import type { Correction, Grade, Mention, Verdict } from '../../src/types.ts';
import { category } from './support.ts';

const correct = createCorrector([
  category({ id: 'delivery' }),
  category({ id: 'delivery.late' }),
  category({ id: 'delivery.lost' }),
  category({ id: 'billing' }),
]);

const sentence = (start: number, end: number, score: number) => ({
  ...{ start, end, utterance: null },
  sentiment: { score, grade: 0 as Grade },
});
const found = (category: string, polarity: Mention['polarity'] = 'affirmed'): Mention => ({
  ...{ sentence: 0, start: 3, end: 8, category, polarity, sentiment: -0.5, score: 1, by: 'cue:late' },
});
const analysisOf = (...mentions: Mention[]) => ({
  sentences: [sentence(0, 10, -0.6), sentence(11, 30, 0.2)],
  mentions,
  sentiment: { score: -0.3, grade: -1 as Grade },
});
const say = (verdict: Verdict, category: string, start = 0, end = 0): Correction => ({
  ...{ verdict, category, start, end, actor: 'Ann', at: new Date('2026-03-01T09:00:00Z') },
});
const told = (mentions: Mention[]) => mentions.map(({ category, polarity, by }) => [category, polarity, by].join(' '));

describe('what people say of a text', () => {
  it('changes nothing where nobody said anything', () => {
    const analysis = analysisOf(found('billing'), found('delivery.late', 'negated'));
    expect(correct(analysis, [])).toEqual(analysis.mentions);
  });

  it('overrules evidence, also for what stands below', () => {
    const analysis = analysisOf(found('delivery.late'), found('delivery'), found('billing'));
    expect(told(correct(analysis, [say('no', 'delivery')]))).toEqual([
      'delivery.late overruled cue:late',
      'delivery overruled cue:late',
      'billing affirmed cue:late',
    ]);
  });

  it('leaves what is above alone', () => {
    const analysis = analysisOf(found('delivery'), found('delivery.late'));
    expect(told(correct(analysis, [say('no', 'delivery.late')]))).toEqual([
      'delivery affirmed cue:late',
      'delivery.late overruled cue:late',
    ]);
  });

  it('adds evidence that feels as the words do that were pointed at', () => {
    expect(correct(analysisOf(), [say('yes', 'billing', 11, 30)])).toEqual([
      {
        ...{ sentence: 1, start: 11, end: 30, category: 'billing', polarity: 'affirmed' },
        ...{ sentiment: 0.2, score: 1, by: 'person' },
      },
    ]);
  });

  it('adds evidence that feels as the text does where the text as a whole was meant', () => {
    const [mention] = correct(analysisOf(), [say('yes', 'billing')]);
    expect(mention).toMatchObject({ sentence: 0, start: 0, end: 0, sentiment: -0.3 });
  });

  it('adds none for what is named already, by itself or below it', () => {
    const analysis = analysisOf(found('delivery.late'));
    expect(correct(analysis, [say('yes', 'delivery.late'), say('yes', 'delivery')])).toEqual(analysis.mentions);
  });

  it.each([
    ['no, then yes', [say('no', 'delivery.late'), say('yes', 'delivery.late')], ['delivery.late affirmed cue:late']],
    ['yes, then no', [say('yes', 'delivery.late'), say('no', 'delivery.late')], ['delivery.late overruled cue:late']],
    [
      'no to all, then yes to one',
      [say('no', 'delivery'), say('yes', 'delivery.late')],
      ['delivery.late affirmed cue:late'],
    ],
    [
      'no to all, then yes to another',
      [say('no', 'delivery'), say('yes', 'delivery.lost')],
      ['delivery.late overruled cue:late', 'delivery.lost affirmed person'],
    ],
    [
      'yes to one, then no to all',
      [say('yes', 'delivery.lost'), say('no', 'delivery')],
      ['delivery.late overruled cue:late'],
    ],
    [
      'no to one, then yes to all',
      [say('no', 'delivery.late'), say('yes', 'delivery')],
      ['delivery.late overruled cue:late', 'delivery affirmed person'],
    ],
    [
      'no, taken back',
      [say('no', 'delivery.late'), say('withdrawn', 'delivery.late')],
      ['delivery.late affirmed cue:late'],
    ],
  ])('lets the later word hold: %s', (_, corrections, expected) => {
    expect(told(correct(analysisOf(found('delivery.late')), corrections))).toEqual(expected);
  });

  it('may be applied to its own result', () => {
    const corrections = [say('no', 'delivery'), say('yes', 'billing', 0, 5), say('yes', 'delivery.lost')];
    const analysis = analysisOf(found('delivery.late'), found('delivery.late', 'negated'));
    const once = correct(analysis, corrections);
    expect(correct({ ...analysis, mentions: once }, corrections)).toEqual(once);
    expect(correct({ ...analysis, mentions: once }, [])).toEqual(analysis.mentions);
  });

  it('does without a category that the vocabulary has lost', () => {
    expect(told(correct(analysisOf(found('billing')), [say('no', 'gone')]))).toEqual(['billing affirmed cue:late']);
  });
});
