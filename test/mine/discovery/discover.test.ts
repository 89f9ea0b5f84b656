import { describe, expect, it } from 'vitest';
import { nightly } from '../../../pipelines/nightly.ts';
import { discover, type FoundTopic } from '../../../src/mine/discovery/discover.ts';
import { matchTopics } from '../../../src/mine/discovery/match-topics.ts';
import { createRandom } from '../../../src/stats/random.ts';
import { createTokenizer } from '../../../src/text/tokenize.ts';

// Opening the language model takes memory each time, so all tests share one.
const tokenize = createTokenizer();
const settings = nightly.discovery;

const sayings = {
  parking: [
    [
      'The parking garage was full again.',
      'No parking space near the entrance.',
      'Your parking garage charges by the minute.',
    ],
    ['The barrier of the garage would not open.', 'I searched for a parking space for an hour.'],
  ].flat(),
  choir: [
    ['The choir sang beautifully at the concert.', 'Our choir would like to sing in your hall.'],
    ['When does the choir rehearse for the concert?', 'The concert of the choir was sold out.'],
  ].flat(),
};
const noise = [
  'Greetings from the seaside.',
  'A bird sat on the fence.',
  'My aunt bakes bread on Sundays.',
  'Snow fell.',
];

/** A remark that no other text makes. */
const aside = (random: ReturnType<typeof createRandom>): string =>
  `Signed ${Array.from({ length: 6 }, () => 'bcdfglmnprst'[random.below(12)]).join('a')}.`;

function corpus(seed: number, copies: number) {
  const random = createRandom(seed);
  const texts = [...sayings.parking, ...sayings.choir].flatMap((text) =>
    Array.from({ length: copies }, (_, at) => (at === 0 ? text : `${text} ${aside(random)}`)),
  );
  return random.shuffle([...texts, ...noise]).map((text, id) => ({
    ...{ id, language: 'en' },
    sentences: [{ start: 0, end: text.length, text }],
  }));
}

describe('discover', () => {
  it('finds the topics that are there, names them by their words and shows typical sentences', () => {
    const texts = corpus(1, 5);
    const found = discover(texts, tokenize, settings);
    const about = (topic: FoundTopic, word: RegExp) =>
      topic.documents.filter((id) => word.test(texts[id]!.sentences[0]!.text)).length / topic.documents.length;
    const parking = found.find(({ terms }) => terms.some((term) => /parking|garage/.test(term)))!;
    const choir = found.find(({ terms }) => terms.some((term) => /choir|concert/.test(term)))!;
    expect(about(parking, /parking|garage/)).toBeGreaterThan(0.9);
    expect(about(choir, /choir|concert/)).toBeGreaterThan(0.9);
    expect(choir.cues.some((cue) => cue.includes('choir'))).toBe(true);
    expect(texts[choir.examples[0]!.document]!.sentences[0]!.text).toMatch(/choir/);
  });

  it('keeps identical texts together, and gives the same for the same texts in any order', () => {
    const texts = corpus(2, 4);
    const twins = [...texts, ...texts.map((text) => ({ ...text, id: text.id + 1000 }))];
    const found = discover(twins, tokenize, settings);
    for (const { documents } of found) {
      for (const id of documents) expect(documents.includes(id < 1000 ? id + 1000 : id - 1000)).toBe(true);
    }
    const shuffled = createRandom(9).shuffle([...twins]);
    expect(JSON.stringify(discover(shuffled, tokenize, settings))).toBe(JSON.stringify(found));
  });

  it('finds nothing in nothing, in one text, or in texts that share no words', () => {
    expect(discover([], tokenize, settings)).toEqual([]);
    expect(discover(corpus(1, 1).slice(0, 1), tokenize, settings)).toEqual([]);
    const random = createRandom(4);
    const letters = () => Array.from({ length: 7 }, () => 'bcdfglmnprst'[random.below(12)]).join('a');
    const scattered = Array.from({ length: 60 }, (_, id) => {
      const text = `The ${letters()} and the ${letters()}.`;
      return { id, language: 'en', sentences: [{ start: 0, end: text.length, text }] };
    });
    expect(discover(scattered, tokenize, settings)).toEqual([]);
  });
});

describe('matchTopics', () => {
  const topic = (key: string, documents: number[], terms = [key]): FoundTopic => {
    return { terms, cues: [], documents, examples: [], key };
  };
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  const first = matchTopics([topic('pods', range(0, 40)), topic('choir', range(40, 70))], [], [], '2026-03-01');
  const ids = first.topics.map(({ id }) => id);

  it('gives ids at birth, and says of which texts', () => {
    expect(new Set(ids).size).toBe(2);
    expect(first.flows.map(({ kind, to }) => [kind, to])).toEqual([
      ['birth', ids[0]],
      ['birth', ids[1]],
    ]);
    expect(first.flows[0]!.documents).toEqual(range(0, 40));
  });

  it('keeps an id while texts come and go, and is silent about it', () => {
    const later = matchTopics(
      [topic('choir!', range(45, 90)), topic('pods!', range(10, 45))],
      first.topics,
      [],
      '2026-03-02',
    );
    expect(later.topics.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
    expect(later.topics.every(({ bornDay }) => bornDay === '2026-03-01')).toBe(true);
    expect(later.flows).toEqual([]);
  });

  it('tells a split, a merge and an end by the texts that went each way', () => {
    const split = matchTopics(
      [topic('blue', range(0, 22)), topic('loop', range(22, 40)), topic('choir', range(40, 70))],
      first.topics,
      [],
      '2026-03-02',
    );
    expect(split.topics[0]!.id).toBe(ids[0]);
    expect(split.flows.map(({ kind, from, documents }) => [kind, from, documents.length])).toEqual([
      ['split', ids[0], 22],
      ['split', ids[0], 18],
    ]);
    const merged = matchTopics([topic('all', range(0, 70))], first.topics, [], '2026-03-02');
    expect(merged.topics[0]!.id).toBe(ids[0]);
    expect(merged.flows.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['merge', ids[0], ids[0]],
      ['merge', ids[1], ids[0]],
    ]);
    const gone = matchTopics([topic('pods', range(0, 40))], first.topics, [], '2026-03-02');
    expect(gone.flows.map(({ kind, from }) => [kind, from])).toEqual([['end', ids[1]]]);
  });

  it('gives back its id to a topic that was gone and comes again with the same words', () => {
    const known = [{ ...first.topics[1]!, documents: [], terms: ['choir', 'concert', 'hall'] }];
    const again = matchTopics([topic('x', range(500, 520), ['concert', 'choir', 'hall'])], known, [], '2026-04-01');
    expect(again.topics[0]!.id).toBe(ids[1]);
  });

  it('run again for the same day gives the same ids and flows', () => {
    const found = [topic('pods', range(0, 40)), topic('choir', range(40, 70))];
    expect(matchTopics(found, [], first.topics, '2026-03-01')).toEqual(first);
  });
});
