import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labelledTexts, toCsv } from '../support/labelled.ts';
import { earshot, freshSurroundings } from '../support/program.ts';

const surroundings = freshSurroundings();
afterAll(() => surroundings.remove());
const folder = mkdtempSync(join(surroundings.dataDir, 'train-'));

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const data = file('labelled.csv', toCsv(labelledTexts(20)));
const unseen = file('unseen.csv', toCsv(labelledTexts(10, 2)));
const columns = ['--text', 'text', '--label', 'label'];
const run = (...args: string[]) => earshot(args, surroundings.env);

describe('earshot train, evaluate, classify', () => {
  it('trains from a file, measures on another, and answers rows from standard input', async () => {
    const out = join(folder, 'topics');
    const trained = await run('train', 'topics', '--data', data, ...columns, '--out', out);
    expect(trained).toMatchObject({ code: 0, stderr: '' });
    expect(trained.stdout).toMatch(/60 texts, 3 labels\. By cross-validation [\d.]+ % right/);
    expect(readdirSync(out).sort()).toEqual(['card.json', 'metrics.json', 'weights.bin']);

    const evaluated = await run('evaluate', out, '--data', unseen, ...columns, '--json');
    const result = JSON.parse(evaluated.stdout);
    expect(result).toMatchObject({ documents: 30, coverage: expect.any(Number), seconds: expect.any(Number) });
    expect(result.accuracy).toBeGreaterThan(0.9);

    const answers = await earshot(
      ['classify', out, '--text', 'says', '--json'],
      surroundings.env,
      ['{"says":"My parcel arrived two weeks late"}', '{"says":""}', ''].join('\n'),
    );
    const [first, second] = answers.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ row: 1, label: 'delivery', by: 'words+embeddings' });
    for (const { text, start, end } of first.words)
      expect('My parcel arrived two weeks late'.slice(start, end)).toBe(text);
    expect(second).toMatchObject({ row: 2, label: null, abstained: true, fault: 'The row has no text.' });
  }, 60_000);

  it('gives the same bytes twice, whatever the order of the rows', async () => {
    const rows = labelledTexts(8);
    const turned = file('turned.csv', toCsv([...rows].reverse()));
    const straight = file('straight.csv', toCsv(rows));
    for (const [name, path] of Object.entries({ one: straight, two: straight, three: turned })) {
      await run('train', name, '--data', path, ...columns, '--out', join(folder, name), '--no-embeddings');
    }
    const bytes = (name: string, part: string) => readFileSync(join(folder, name, part));
    for (const part of ['weights.bin', 'metrics.json']) {
      expect(bytes('two', part).equals(bytes('one', part))).toBe(true);
      expect(bytes('three', part).equals(bytes('one', part))).toBe(true);
    }
  }, 60_000);
});
