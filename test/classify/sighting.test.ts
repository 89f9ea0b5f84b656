import { describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import type { Prediction } from '../../src/classify/learn/prediction.ts';
import { hear, type ModelInUse, sightingsOf } from '../../src/classify/sighting.ts';
import type { Role } from '../../src/types.ts';
import { category, document, models } from './support.ts';

const use: ModelInUse = {
  ...{ name: 'queries', folder: 'queries', asking: 'never' },
  categories: { LATE: 'delivery.late', billing: 'billing' },
};
const text = 'Where is it? My parcel is overdue. Bye.';
const word = (words: string, weight: number) => {
  const start = text.indexOf(words);
  return { text: words, start, end: start + words.length, weight };
};
const lexicon = 'term\tweight\trole\n';
const prediction: Prediction = {
  ...{ label: 'LATE', labels: ['LATE'], score: 0.875, alternatives: [], abstained: false, by: 'words' },
  words: [word('overdue', 2), word('parcel', 1), word('Bye', -1)],
};

describe('what a trained model sees in a text', () => {
  const heard = hear(document(text), intake.listenTo);

  it('is the category that its label means, by the words that weighed for it', () => {
    const seen = { category: 'delivery.late', score: 0.875, by: 'model:queries' };
    expect(sightingsOf(prediction, heard, use)).toEqual([
      { ...seen, start: text.indexOf('overdue'), end: text.indexOf('overdue') + 7 },
      { ...seen, start: text.indexOf('parcel'), end: text.indexOf('parcel') + 6 },
    ]);
  });

  it('is nothing where it abstains, or where its label means no category', () => {
    expect(sightingsOf({ ...prediction, abstained: true }, heard, use)).toEqual([]);
    expect(sightingsOf({ ...prediction, labels: ['OTHER'] }, heard, use)).toEqual([]);
    expect(sightingsOf({ ...prediction, labels: [] }, heard, use)).toEqual([]);
  });

  it('is the text as a whole for a further label, and where no word spoke for it', () => {
    const both = sightingsOf({ ...prediction, labels: ['LATE', 'billing'] }, heard, use);
    expect(both.at(-1)).toMatchObject({ category: 'billing', start: 0, end: 0 });
    expect(sightingsOf({ ...prediction, words: [] }, heard, use)).toMatchObject([{ start: 0, end: 0 }]);
  });

  it('counts beside what the vocabulary finds, and feels as its sentence does', () => {
    const categories = [category({ id: 'delivery' }), category({ id: 'delivery.late' }), category({ id: 'billing' })];
    const knows = models(categories, { en: { lexicon }, zh: { lexicon } });
    const analyse = createAnalyser(knows, intake);
    const [plain] = analyse([document(text)]);
    expect(plain?.categories).toEqual([]);
    const [seen] = analyse([document(text)], [sightingsOf(prediction, heard, use)]);
    expect(seen?.categories.map(({ category: id, mentions }) => [id, mentions])).toEqual([
      ['delivery', 2],
      ['delivery.late', 2],
    ]);
    expect(seen?.mentions[0]).toMatchObject({ sentence: 1, by: 'model:queries', score: 0.875, polarity: 'affirmed' });
    const [foreign] = analyse([document('Wo ist es?', 'de')], [sightingsOf(prediction, heard, use)]);
    expect(foreign).toMatchObject({ understood: false, mentions: [] });
  });

  it('is seen in what the customer says alone, at its place in the call', () => {
    const call = 'How can I help?\nMy parcel is overdue.\nI see.\nIt is late.';
    const said = (role: Role, words: string) => ({
      ...{ speaker: role, role, at: null, start: call.indexOf(words), end: call.indexOf(words) + words.length },
    });
    const turns = [
      said('agent', 'How can I help?'),
      said('customer', 'My parcel is overdue.'),
      said('agent', 'I see.'),
      said('customer', 'It is late.'),
    ];
    const { text: words, toDocument } = hear(document(call, 'en', turns), intake.listenTo);
    expect(words).toBe('My parcel is overdue.\nIt is late.\n');
    for (const name of ['overdue', 'late']) expect(toDocument(words.indexOf(name))).toBe(call.indexOf(name));
  });
});
