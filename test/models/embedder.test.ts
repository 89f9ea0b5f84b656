import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledName, bundledRoot, openEmbedder } from '../../src/models/embedder.ts';
import { withCache } from '../../src/models/embedding-cache.ts';
import { weightsFile } from '../../src/models/weights-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-embedder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cosine = (a: Float32Array, b: Float32Array, from = 0, to = 384) => {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += a[at]! * b[at]!;
  return sum;
};

describe('the embeddings that come along', () => {
  it('lie near each other where meanings do', async () => {
    const embedder = await openEmbedder(folder);
    expect(embedder).toMatchObject({ name: bundledName, width: 768 });
    const [lost, missing, bill] = (await embedder.embed([
      'My parcel never arrived.',
      'The package was not delivered.',
      'You charged me twice this month.',
    ])) as [Float32Array, Float32Array, Float32Array];
    expect(lost).toHaveLength(768);
    expect(cosine(lost, lost)).toBeCloseTo(1, 4);
    expect(cosine(lost, lost, 384, 768)).toBeCloseTo(1, 4);
    expect(cosine(lost, missing)).toBeGreaterThan(0.6);
    expect(cosine(lost, bill)).toBeLessThan(0.4);
  });

  it('depend on the text alone, not on what was embedded with it', async () => {
    const embedder = await openEmbedder(folder);
    const text = 'The agent was kind.';
    const [, , among] = await embedder.embed([
      'x',
      'A much longer text about something else altogether, in two parts.',
      text,
    ]);
    expect(await embedder.embed([text])).toEqual([among]);
  });

  it('read texts of any length and script, and nothing', async () => {
    const embedder = await openEmbedder(folder);
    const vectors = await embedder.embed(['', 'word '.repeat(100_000), '房间很大', '😀']);
    for (const vector of vectors) expect([...vector].every(Number.isFinite)).toBe(true);
  });

  it('are refused where the weights are not the ones they should be', async () => {
    const own = join(folder, 'models');
    await cp(join(bundledRoot(), bundledName), join(own, 'someone/spoiled'), { recursive: true });
    const { sha256 } = await openEmbedder(own, 'someone/spoiled');
    appendFileSync(join(own, 'someone/spoiled', weightsFile), 'x');
    await expect(openEmbedder(own, 'someone/spoiled', sha256)).rejects.toThrow(
      /does not hold the weights that it should/,
    );
    await expect(openEmbedder(own, bundledName, 'f'.repeat(64))).rejects.toThrow('it should be ffffffff');
  });

  it('of a model that is not here are refused with what to do', async () => {
    await expect(openEmbedder(folder, 'someone/else')).rejects.toThrow(
      '"earshot models fetch someone/else" downloads it',
    );
  });
});

describe('the cache of embeddings', () => {
  it('gives the same vectors without asking again, in this process and the next', async () => {
    let asked = 0;
    const embedder = {
      name: 'test/count',
      sha256: 'c'.repeat(64),
      width: 2,
      embed: async (texts: string[]) => {
        asked += texts.length;
        return texts.map((text) => Float32Array.of(text.length, 1 / 3));
      },
    };
    const first = await withCache(embedder, folder).embed(['one', 'three', 'one']);
    expect(asked).toBe(2);
    expect(await withCache(embedder, folder).embed(['three', 'four'])).toEqual([first[1], Float32Array.of(4, 1 / 3)]);
    expect(asked).toBe(3);
  });

  it('passes over a record that a crash cut short', async () => {
    const embedder = {
      name: 'test/crash',
      sha256: 'd'.repeat(64),
      width: 2,
      embed: async (texts: string[]) => texts.map((text) => Float32Array.of(text.length, 0)),
    };
    await withCache(embedder, folder).embed(['one', 'three']);
    const path = join(folder, 'embeddings', `${'d'.repeat(16)}.bin`);
    appendFileSync(path, 'half a rec');
    expect(await withCache(embedder, folder).embed(['three', 'seventeen'])).toEqual([
      Float32Array.of(5, 0),
      Float32Array.of(9, 0),
    ]);
    expect(statSync(path).size).toBe(3 * (16 + 8));
  });
});
