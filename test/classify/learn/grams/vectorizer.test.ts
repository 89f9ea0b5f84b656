import { describe, expect, it } from 'vitest';
import { createVectorizer } from '../../../../src/classify/learn/grams/vectorizer.ts';
import { fitVocabulary } from '../../../../src/classify/learn/grams/vocabulary.ts';

const limits = { minimumTexts: 1, largest: 1000 };
const squares = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);

describe('the vocabulary of a corpus', () => {
  it('holds words, neighbours and groups of 2 to 5 letters, each once', () => {
    // "ab": the word, its place at the start, and ␣a a b b␣ … of ␣ab␣: ␣a, ab, b␣, ␣ab, ab␣, ␣ab␣.
    expect(fitVocabulary(['ab'], limits).hashes).toHaveLength(2 + 6);
    expect(fitVocabulary(['ab ab'], limits).hashes).toHaveLength(2 + 6 + 1);
    // Ideographs: 房, 间 by themselves, 房 at the start, 房间 as neighbours, and 房间 as a group.
    expect(fitVocabulary(['房间'], limits).hashes).toHaveLength(5);
  });

  it('weighs by inverse document frequency: ln((1 + n) / (1 + df)) + 1', () => {
    const { idf } = fitVocabulary(['x', 'x', 'y'], { minimumTexts: 1, largest: 1000 });
    const expected = [Math.log(4 / 3) + 1, Math.log(4 / 2) + 1].map((value) => value.toFixed(5));
    expect([...new Set(Array.from(idf, (value) => value.toFixed(5)))].sort()).toEqual(expected.sort());
  });

  it('leaves out what too few texts hold, and keeps the most frequent when there are too many', () => {
    const texts = ['alpha beta', 'alpha gamma', 'alpha delta'];
    const common = fitVocabulary(texts, { minimumTexts: 2, largest: 1000 });
    const few = fitVocabulary(texts, { minimumTexts: 1, largest: 3 });
    expect(common.hashes.length).toBeLessThan(fitVocabulary(texts, limits).hashes.length);
    expect(few.hashes).toHaveLength(3);
    // All three are in every text: idf = ln(4/4) + 1.
    expect([...few.idf]).toEqual([1, 1, 1]);
  });
});

describe('the row of a text', () => {
  const vectorizer = createVectorizer(fitVocabulary(['late parcel', 'late again', 'parcel lost'], limits));

  it('has two parts of length 1: words, and groups of letters', () => {
    const { values } = vectorizer.toRow('late parcel late');
    expect(squares(values)).toBeCloseTo(2, 5);
  });

  it('is empty where nothing is known', () => {
    expect(vectorizer.toRow('zzzz qqqq').columns).toHaveLength(0);
    expect(vectorizer.toRow('').columns).toHaveLength(0);
  });

  it('is the same whatever was read before it', () => {
    const before = vectorizer.toRow('late parcel');
    vectorizer.toRow('parcel parcel again lost');
    expect(vectorizer.toRow('late parcel')).toEqual(before);
  });

  it('can be traced to the words that made it', () => {
    const shares = new Map<number, number>();
    const words = vectorizer.trace('late parcel', (column, _, share) =>
      shares.set(column, (shares.get(column) ?? 0) + share),
    );
    expect(words.map(({ text, start, end }) => [text, start, end])).toEqual([
      ['late', 0, 4],
      ['parcel', 5, 11],
    ]);
    expect([...shares.keys()].sort()).toEqual([...vectorizer.toRow('late parcel').columns].sort());
  });
});
