import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { packageRoot } from '../../src/config.ts';
import type { IntakePipeline } from '../../src/pipeline.ts';
import type { Analysis, Role } from '../../src/types.ts';
import { category, document, models } from './support.ts';

const lexicon = (language: string) =>
  readFileSync(join(packageRoot, 'models/sentiment', language, 'lexicon.tsv'), 'utf8');
const pipeline: IntakePipeline = {
  taxonomy: 'test',
  reading: { largestTextMegabytes: 25, parseSeconds: 10, batchTexts: 50, mostWaitingTexts: 1000 },
  retentionDays: null,
  cleaning: { dropQuotes: true, dropSignatures: true },
  examples: { floor: 0.6, backgroundShare: 0.99, margin: 0.05, mostSentences: 10 },
  listenTo: ['customer', 'unknown'],
  grades: { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 },
  complaint: { signals: ['signal.complaint', 'signal.leave'], sentimentAtMost: -0.25 },
};
const categories = [
  category({ id: 'billing', cues: ['~bill', '~charge', '账单'] }),
  category({ id: 'billing.twice', cues: ['~charge ... twice'] }),
  category({ id: 'staff', cues: ['staff', '客服'] }),
  category({ id: 'rival', facet: 'competitor', cues: ['green mobile'] }),
  category({ id: 'signal', facet: 'signal' }),
  category({ id: 'signal.complaint', facet: 'signal', cues: ['~complain', 'unacceptable'] }),
  category({ id: 'signal.leave', facet: 'signal', cues: ['~cancel'] }),
  category({ id: 'signal.praise', facet: 'signal', cues: ['excellent', 'thank you'] }),
  category({ id: 'signal.competitor', facet: 'signal', cues: ['~move|~switch to PROPN', 'PROPN ~offer me'] }),
];
const analyse = createAnalyser(
  models(categories, { en: { lexicon: lexicon('en') }, zh: { lexicon: lexicon('zh') } }),
  pipeline,
);

function analysisOf(text: string, language?: string): Analysis {
  const [analysis] = analyse([document(text, language)]);
  return analysis!;
}

/** `category:words`, with `!` before it where it is negated. */
const mentionsOf = (text: string, language?: string) =>
  analysisOf(text, language).mentions.map(
    ({ category: id, start, end, polarity }) => `${polarity === 'negated' ? '!' : ''}${id}:${text.slice(start, end)}`,
  );

describe('an analysis', () => {
  it('gives sentences, mentions with their words, and categories with their parents', () => {
    const text = 'The staff were excellent. But I was charged twice and the bill is terrible.';
    const { sentences, mentions, categories: found, understood, versions } = analysisOf(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The staff were excellent.',
      'But I was charged twice and the bill is terrible.',
    ]);
    expect(sentences.map(({ utterance }) => utterance)).toEqual([null, null]);
    expect(sentences[0]!.sentiment.grade).toBeGreaterThan(0);
    expect(sentences[1]!.sentiment.grade).toBeLessThan(0);
    expect(mentions.map(({ sentence, category: id, by, score }) => [sentence, id, by, score])).toEqual([
      [0, 'staff', 'cue:staff', 1],
      [0, 'signal.praise', 'cue:excellent', 1],
      [1, 'billing.twice', 'cue:~charge ... twice', 1],
      [1, 'billing', 'cue:~bill', 1],
    ]);
    expect(found.map(({ category: id, facet, mentions: count }) => [id, facet, count])).toEqual([
      ['billing', 'topic', 2],
      ['billing.twice', 'topic', 1],
      ['staff', 'topic', 1],
      ['signal', 'signal', 1],
      ['signal.praise', 'signal', 1],
    ]);
    expect(understood).toBe(true);
    expect(versions).toEqual({ 'taxonomy test': '0' });
  });

  it('tells how the customer feels about each category by its clause', () => {
    const { categories: found } = analysisOf('The staff were excellent, but the bill was terrible.');
    const grade = (id: string) => found.find(({ category: each }) => each === id)!.sentiment.grade;
    expect(grade('staff')).toBeGreaterThan(0);
    expect(grade('billing')).toBeLessThan(0);
  });

  it('keeps what is denied as evidence, and out of the categories', () => {
    const { mentions, categories: found } = analysisOf('I was not charged twice.');
    expect(mentions.map(({ category: id, polarity }) => [id, polarity])).toEqual([['billing.twice', 'negated']]);
    expect(found).toEqual([]);
  });

  it('reads Chinese', () => {
    const text = '账单错了，太差了！客服很好。';
    const { mentions, sentences, categories: found } = analysisOf(text, 'zh');
    expect(sentences).toHaveLength(2);
    expect(mentions.slice(0, 1).map(({ start, end }) => text.slice(start, end))).toContain('账单');
    expect(found.map(({ category: id }) => id)).toEqual(expect.arrayContaining(['billing', 'staff']));
  });

  it('makes no guess about a language that it has no model of', () => {
    expect(analysisOf('Die Rechnung ist schrecklich, terrible bill.', 'de')).toEqual({
      sentences: [],
      mentions: [],
      categories: [],
      sentiment: { score: 0, grade: 0 },
      understood: false,
      versions: { 'taxonomy test': '0' },
    });
  });

  it('analyses an empty text as one that says nothing', () => {
    expect(analysisOf('')).toMatchObject({ sentences: [], mentions: [], categories: [], understood: true });
  });

  it('gives one analysis a document, in order, and the same again', () => {
    const batch = ['The bill.', '', 'The staff.'].map((text) => document(text));
    const once = analyse(batch);
    expect(once.map(({ mentions }) => mentions.map(({ category: id }) => id))).toEqual([['billing'], [], ['staff']]);
    expect(analyse(batch)).toEqual(once);
  });

  it('reads a megabyte of one line in a few seconds', () => {
    const { mentions } = analysisOf(
      'I was charged twice and the staff did not care, so I moved to Leeds '.repeat(15_000),
    );
    expect(mentions.length).toBeGreaterThan(10_000);
  });
});

describe('the words that count', () => {
  const text = 'Agent: Your bill is terrible.\nCustomer: The staff were excellent. Thank you!';
  const middle = text.indexOf('Customer');
  const call = (first: Role, second: Role) =>
    document(text, 'en', [
      { speaker: 'A', role: first, start: 0, end: middle - 1, at: null },
      { speaker: 'B', role: second, start: middle, end: text.length, at: null },
    ]);

  it('are those of the roles that the pipeline listens to', () => {
    const [analysis] = analyse([call('agent', 'customer')]);
    expect(analysis!.sentences.map(({ utterance }) => utterance)).toEqual([1, 1]);
    expect(analysis!.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'staff',
      'excellent',
      'Thank you',
    ]);
    expect(analysis!.sentiment.grade).toBeGreaterThan(0);
  });

  it('are everybody’s where nobody knows who is who', () => {
    const [analysis] = analyse([call('unknown', 'unknown')]);
    expect(analysis!.sentences.map(({ utterance }) => utterance)).toEqual([0, 1, 1]);
    expect(analysis!.mentions.map(({ category: id }) => id)).toContain('billing');
  });

  it('are none in a call where only the agent speaks', () => {
    const [analysis] = analyse([call('agent', 'agent')]);
    expect(analysis).toMatchObject({ sentences: [], mentions: [], understood: true });
  });
});

describe('a complaint', () => {
  const complaints = (text: string) =>
    analysisOf(text).mentions.filter(
      ({ category: id, polarity }) => id === 'signal.complaint' && polarity === 'affirmed',
    );

  it('is one that says so', () => {
    expect(complaints('I want to complain.').map(({ by }) => by)).toEqual(['cue:~complain']);
    expect(complaints('I have no reason to complain.')).toEqual([]);
  });

  it('is one whose signal the pipeline takes for a complaint, on the same words', () => {
    expect(complaints('Please cancel it.').map(({ by, start, end }) => [by, start, end])).toEqual([
      ['cue:~cancel', 7, 13],
    ]);
  });

  it('is one that names a topic and feels bad, shown by its worst sentence', () => {
    const text = 'I got the bill today. It is horrible and a disgrace.';
    const [found] = complaints(text);
    expect(found).toMatchObject({ sentence: 1, by: 'model:sentiment' });
    expect(text.slice(found!.start, found!.end)).toBe('It is horrible and a disgrace.');
    expect(found!.score).toBeGreaterThan(0.25);
    expect(found!.score).toBeLessThanOrEqual(1);
  });

  it.each([
    ['that names no topic', 'It is horrible and a disgrace.'],
    ['that only asks', 'Is the bill always this horrible and terrible?'],
    ['that praises', 'The bill was horrible, terrible, awful. Thank you for the excellent help.'],
    ['that feels well', 'The bill is fine.'],
  ])('is none %s', (_, text) => {
    expect(complaints(text)).toEqual([]);
  });
});

describe('a competitor', () => {
  it('is a signal where a known one is named', () => {
    expect(mentionsOf('I will go to Green Mobile.')).toEqual(['rival:Green Mobile', 'signal.competitor:Green Mobile']);
  });

  it('is named whole where a proper noun gave the signal, and once', () => {
    expect(mentionsOf('I moved to Northwind Broadband Ltd last week.')).toEqual([
      'signal.competitor:moved to Northwind Broadband Ltd',
    ]);
    expect(mentionsOf('We switched to T-Mobile')).toEqual(['signal.competitor:switched to T-Mobile']);
    expect(mentionsOf('Virgin Media offered me half')).toEqual(['signal.competitor:Virgin Media offered me']);
    expect(mentionsOf('I moved to Green Mobile')).toEqual([
      'signal.competitor:moved to Green Mobile',
      'rival:Green Mobile',
    ]);
  });

  it('is none where the name is a place or a person', () => {
    expect(mentionsOf('I moved to London last week.')).toEqual([]);
    expect(mentionsOf('John offered me help')).toEqual([]);
  });

  it('hears an English sentence within a Chinese text, and guesses nothing about a language without a model', () => {
    const mixed = analysisOf('I am not happy with the service.\n客服没有回复。', 'zh');
    expect(mixed.sentences[0]!.sentiment.score).toBeLessThan(-0.15);
    const german = analysisOf('Die Rechnung ist falsch, der Service war super.', 'de');
    expect(german).toMatchObject({ understood: false, sentences: [], mentions: [], categories: [] });
    expect(german.sentiment).toEqual({ score: 0, grade: 0 });
  });
});
