import { expect, it } from 'vitest';
import { openEmbedder } from '../../src/models/embedder.ts';
import { startEmbeddingProcess } from '../../src/models/embedding-process.ts';

const texts = ['The bill is wrong.', 'Nobody came.', '账单不对'];

it('gives the vectors that this process gives, to any number of threads', async () => {
  const here = await openEmbedder('/nowhere');
  const model: [string, string, string] = ['/nowhere', here.name, here.sha256];
  const expected = await here.embed(texts);
  const [one, other] = [startEmbeddingProcess(model), startEmbeddingProcess(model)];
  expect(await Promise.all(texts.map(one))).toEqual(expected);
  expect(await Promise.all(texts.map(other))).toEqual(expected);
}, 60_000);

it('tells what is wrong with the model', async () => {
  const embed = startEmbeddingProcess(['/nowhere', 'nobody/nothing', '0'.repeat(64)]);
  await expect(embed('text')).rejects.toThrow('There is no model nobody/nothing');
}, 60_000);
