import { training } from '../../../pipelines/training.ts';
import { arrangeExamples, type Example } from '../../../src/classify/learn/examples.ts';
import type { Embedder } from '../../../src/classify/learn/model.ts';
import { trainClassifier } from '../../../src/classify/learn/train-classifier.ts';
import { labelledTexts } from '../../support/labelled.ts';

export const examplesOf = (count: number, seed = 1): Example[] =>
  labelledTexts(count, seed).map(({ text, label }) => ({ text, labels: [label] }));

export const train = (examples: Example[], embedder: Embedder | null = null, multi = false) =>
  trainClassifier(arrangeExamples(examples, multi), training, embedder);

/** An embedder that tells apart what the labels are about, for tests of what is made of vectors. */
export const topicEmbedder: Embedder = {
  name: 'test/topics',
  sha256: 'a'.repeat(64),
  width: 3,
  embed: async (texts) =>
    texts.map((text) =>
      Float32Array.of(
        Number(/parcel|order|courier|delivery|van/.test(text)),
        Number(/charged|invoice|refund|bill|price/.test(text)),
        Number(/agent|shop|team|she|boss/.test(text)),
      ),
    ),
};
