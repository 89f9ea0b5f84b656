import { describe, expect, it } from 'vitest';
import { createClassify } from '../../../src/classify/learn/classifier.ts';
import { arrangeExamples, mostLabels } from '../../../src/classify/learn/examples.ts';
import { createRandom } from '../../../src/stats/random.ts';
import { examplesOf, topicEmbedder, train } from './support.ts';

describe('the learner', () => {
  const examples = examplesOf(15);

  it.each([1, 2, 3])('learns the same from rows in any order (%d)', async (seed) => {
    const shuffled = createRandom(seed).shuffle([...examples]);
    expect(await train(shuffled)).toEqual(await train(examples));
  });

  it('learns the same whatever the labels are called', async () => {
    const names: Record<string, string> = { delivery: 'z', billing: 'm', staff: 'a' };
    const renamed = examples.map(({ text, labels }) => ({ text, labels: labels.map((label) => names[label]!) }));
    const one = await train(examples);
    const other = await train(renamed);
    expect(other.experts).toEqual(one.experts);
    expect(other.byWords).toEqual(one.byWords);
    expect(other.labels).toEqual(one.labels.map((label) => names[label]));
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const { trainClassifier } = await import('../../../src/classify/learn/train-classifier.ts');
    const { training } = await import('../../../pipelines/training.ts');
    await trainClassifier(arrangeExamples(examples, false), training, topicEmbedder, (done, total) => {
      told.push(done / total);
    });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1);
  });

  it('learns from five examples a label', async () => {
    const model = await train(examplesOf(5));
    const classify = createClassify(model, null);
    const unseen = examplesOf(20, 9);
    const predictions = await classify(unseen.map(({ text }) => text));
    const right = predictions.filter(({ label }, at) => label === unseen[at]!.labels[0]).length;
    expect(right / unseen.length).toBeGreaterThan(0.9);
  });

  it('learns from a label with one example beside others, and says so nowhere but in the counts', async () => {
    const model = await train([...examples, { text: 'Where is the nearest branch?', labels: ['other'] }]);
    expect(model.counts[model.labels.indexOf('other')]).toBe(1);
  });

  it('refuses what nobody can learn from', () => {
    const one = [{ text: 'a', labels: ['x'] }];
    expect(() => arrangeExamples([], false)).toThrow('The examples have no label;');
    expect(() => arrangeExamples(one, false)).toThrow('one label only, "x"');
    expect(() => arrangeExamples([...one, { text: 'b', labels: ['y'] }], false)).toThrow('No label has two examples');
    const many = Array.from({ length: 10_000 }, (_, at) => ({ text: `${at}`, labels: [`id ${at}`] }));
    expect(() => arrangeExamples(many, false)).toThrow(`more than the ${mostLabels} that a classifier may have`);
  });
});

describe('a classifier', () => {
  it('gives probabilities that add up, alternatives in order, and the words that spoke for the label', async () => {
    const classify = createClassify(await train(examplesOf(15)), null);
    const text = 'The courier never came with my parcel.';
    const [prediction] = await classify([text]);
    expect(prediction).toMatchObject({ label: 'delivery', labels: ['delivery'], by: 'words' });
    const sum = prediction!.score + prediction!.alternatives.reduce((total, { score }) => total + score, 0);
    expect(sum).toBeCloseTo(1, 6);
    expect(prediction!.words.map((word) => word.text)).toEqual(expect.arrayContaining(['courier', 'parcel']));
    for (const word of prediction!.words) expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it('answers a text alone as among others', async () => {
    const classify = createClassify(await train(examplesOf(10)), null);
    const texts = examplesOf(5, 4).map(({ text }) => text);
    const together = await classify(texts);
    expect((await Promise.all(texts.map((text) => classify([text])))).flat()).toEqual(together);
  });

  it('asks the embeddings always, never, or only where words are unsure', async () => {
    const model = await train(examplesOf(15), topicEmbedder);
    const byOf = async (asking: 'always' | 'unsure' | 'never', from = model.cascadeFrom) => {
      const classify = createClassify({ ...model, cascadeFrom: from }, topicEmbedder, asking);
      return (await classify(['my parcel', 'zzz qqq'])).map(({ by }) => by);
    };
    expect(await byOf('always')).toEqual(['words+embeddings', 'words+embeddings']);
    expect(await byOf('never')).toEqual(['words', 'words']);
    expect(await byOf('unsure', 0.7)).toEqual(['words', 'words+embeddings']);
  });

  it('is unsure of what is like nothing it learned', async () => {
    const classify = createClassify(await train(examplesOf(15)), null);
    const [known, unknown] = await classify(['the invoice is wrong and I was charged twice', 'qwfp zxcv 12345']);
    expect(known).toMatchObject({ label: 'billing', abstained: false });
    expect(unknown).toMatchObject({ abstained: true });
  });

  it('gives several labels, or none, where texts may have several', async () => {
    const single = examplesOf(15);
    const pairs = single.slice(0, 15).map(({ text, labels }, at) => {
      const other = single[15 + at]!;
      return { text: `${text} ${other.text}`, labels: [...labels, ...other.labels] };
    });
    const model = await train([...single, ...pairs], null, true);
    const classify = createClassify(model, null);
    const [both] = await classify([
      'the parcel came late and my order never arrived, also I was charged twice and the invoice is wrong',
    ]);
    expect(both!.labels.sort()).toEqual(['billing', 'delivery']);
  });

  it('reads an empty text and a text of a megabyte', async () => {
    const classify = createClassify(await train(examplesOf(10)), null);
    const [empty, long] = await classify(['', 'the parcel came late. '.repeat(50_000)]);
    expect(empty!.words).toEqual([]);
    expect(long!.label).toBe('delivery');
  });
});
