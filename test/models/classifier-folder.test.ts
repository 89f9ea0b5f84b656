import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrainedModel } from '../../src/classify/learn/model.ts';
import { readClassifier, writeClassifier } from '../../src/models/classifier-folder.ts';
import { openClassifier } from '../../src/models/open-classifier.ts';
import { packArrays, unpackArrays } from '../../src/models/pack-arrays.ts';
import { examplesOf, topicEmbedder, train } from '../classify/learn/support.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const source = { name: 'labelled.csv', sha256: 'b'.repeat(64), licence: 'CC0' };
let model: TrainedModel;

beforeAll(async () => {
  model = await train(examplesOf(12), topicEmbedder);
  await writeClassifier(join(folder, 'good'), model, [source]);
});

describe('the folder of a classifier', () => {
  it('gives back the model that was written', async () => {
    expect((await readClassifier(join(folder, 'good'))).model).toEqual(model);
  });

  it('holds a card that says what it was made of and how good it is', async () => {
    const card = JSON.parse(readFileSync(join(folder, 'good', 'card.json'), 'utf8'));
    expect(card).toMatchObject({
      name: 'good',
      examples: 36,
      severalLabels: false,
      sources: [source],
      embedder: { name: 'test/topics', width: 3 },
      settings: { seed: 1 },
    });
    expect(card.labels).toContainEqual({ name: 'billing', examples: 12 });
    const { value, lower, upper } = card.quality.words.accuracy;
    expect(lower).toBeLessThanOrEqual(value);
    expect(upper).toBeGreaterThanOrEqual(value);
    expect(card.limits.join(' ')).toContain('knows the labels it was trained on');
  });

  it('is replaced as a whole, and nothing is left beside it', async () => {
    await writeClassifier(join(folder, 'twice'), model, [source]);
    await writeClassifier(join(folder, 'twice'), await train(examplesOf(6)), [source]);
    expect((await readClassifier(join(folder, 'twice'))).model.examples).toBe(18);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('is never written over something that is no model', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await expect(writeClassifier(folder, model, [])).rejects.toThrow('holds something that is no model');
  });

  it.each<[string, (path: string) => void, string]>([
    ['truncated', (path) => truncateSync(join(path, 'weights.bin'), 1000), 'truncated or altered'],
    ['altered', (path) => appendFileSync(join(path, 'metrics.json'), ' '), 'truncated or altered'],
    ['without weights', (path) => unlinkSync(join(path, 'weights.bin')), 'weights.bin is missing'],
    ['without a card', (path) => unlinkSync(join(path, 'card.json')), 'it has no card.json'],
    ['with half a card', (path) => truncateSync(join(path, 'card.json'), 50), 'not the card of a classifier'],
  ])('that was %s is refused, and the message says what to do', async (name, spoil, message) => {
    const path = join(folder, name.replaceAll(' ', '-'));
    await cp(join(folder, 'good'), path, { recursive: true });
    spoil(path);
    await expect(openClassifier(path, { dataDir: folder })).rejects.toThrow(message);
  });

  it('that needs a model of embeddings that is not there says which, unless words are enough', async () => {
    await expect(openClassifier(join(folder, 'good'), { dataDir: folder })).rejects.toThrow(
      '"earshot models fetch test/topics" downloads it',
    );
    const { classify } = await openClassifier(join(folder, 'good'), { dataDir: folder, asking: 'never' });
    expect((await classify(['the parcel came late']))[0]).toMatchObject({ label: 'delivery', by: 'words' });
  });
});

describe('arrays in a file', () => {
  it('come back as they were, of every kind and length', () => {
    const arrays = {
      a: Int8Array.of(-1, 2, 3),
      b: Float32Array.of(0.5, -2),
      c: Uint32Array.of(4_000_000_000),
      none: new Int32Array(),
    };
    expect(unpackArrays(Buffer.from(packArrays(arrays)))).toEqual(arrays);
  });

  it('are refused where they were cut short', () => {
    const bytes = packArrays({ a: Float32Array.of(1, 2, 3) });
    expect(() => unpackArrays(bytes.subarray(0, bytes.length - 1))).toThrow('ends before "a" does');
    expect(() => unpackArrays(new Uint8Array(3))).toThrow('no line that says what it holds');
  });
});
