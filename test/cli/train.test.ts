import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { labelledTexts, toCsv } from '../support/labelled.ts';
import { earshot, freshSurroundings, run as spawnWith } from '../support/program.ts';

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

  it('learns several labels a text, by a separator', async () => {
    const rows = labelledTexts(8);
    const both = rows
      .slice(0, 8)
      .map(({ text }, at) => ({ text: `${text} ${rows[8 + at]!.text}`, label: 'delivery | billing' }));
    const path = file('several.csv', toCsv([...rows, ...both]));
    const out = join(folder, 'several');
    await run('train', 'several', '--data', path, ...columns, '--separator', '|', '--out', out, '--no-embeddings');
    const answers = await earshot(
      ['classify', out, '--text', 'text', '--json'],
      surroundings.env,
      'text\tid\nthe parcel came late and I was charged twice and the invoice is wrong and my order never arrived\t7\n',
    );
    expect(JSON.parse(answers.stdout).labels.sort()).toEqual(['billing', 'delivery']);
    const measured = await run('evaluate', out, '--data', path, ...columns, '--separator', '|', '--json');
    expect(JSON.parse(measured.stdout)).toMatchObject({ documents: 32 });
  }, 60_000);

  it.each([
    ['an unknown column', 'a,b\n1,2\n', 'There is no column "text", "label"; the columns are "a", "b".'],
    ['one label only', 'text,label\nhello,x\nthere,x\n', 'one label only, "x"'],
    ['single examples', 'text,label\nhello,x\nthere,y\n', 'No label has two examples'],
    ['nothing', '', 'The data are empty.'],
    ['bytes that are no text', Buffer.from('%PDF-1.7\n\0\0'), 'look like a PDF document'],
    [
      '10,000 labels',
      `text,label\n${Array.from({ length: 10_000 }, (_, at) => `a ${at},l${at}`).join('\n')}`,
      'more than the 2000 that a classifier may have',
    ],
  ])('refuses %s, names the file and leaves nothing behind', async (_, content, message) => {
    const path = file('bad.csv', content);
    const { code, stderr } = await run('train', 'bad', '--data', path, ...columns, '--out', join(folder, 'bad'));
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain('bad.csv');
    expect(readdirSync(folder).filter((name) => /^\.?bad/.test(name))).toEqual(['bad.csv']);
  });

  it('counts rows without text or label, reads a cell of a megabyte, and says when bytes are no characters', async () => {
    const rows = labelledTexts(6);
    const content = toCsv([
      ...rows,
      { text: '', label: 'billing' },
      { text: 'nobody said what this is', label: '' },
      { text: 'the parcel came late '.repeat(50_000), label: 'delivery' },
    ]);
    const path = file(
      'gaps.csv',
      Buffer.concat([Buffer.from(content), Buffer.from([0x68, 0x69, 0xff, 0x2c]), Buffer.from('staff\n')]),
    );
    const out = join(folder, 'gaps');
    const { stdout } = await run('train', 'gaps', '--data', path, ...columns, '--out', out, '--no-embeddings');
    expect(stdout).toContain('20 texts, 3 labels');
    expect(stdout).toContain('1 row without text and 1 without label were passed over');
    expect(stdout).toContain('1 text holds bytes that are no characters');
  });

  it('refuses a name that is none, a folder that is no model, and a model that was altered', async () => {
    expect((await run('train', '../x', '--data', data, ...columns)).stderr).toContain('is no name for a model');
    expect((await run('evaluate', folder, '--data', data, ...columns)).stderr).toContain('it has no card.json');
    const out = join(folder, 'altered');
    await run('train', 'altered', '--data', data, ...columns, '--out', out, '--no-embeddings');
    appendFileSync(join(out, 'weights.bin'), 'x');
    expect((await run('classify', out, '--text', 'text')).stderr).toContain('truncated or altered');
  }, 60_000);

  it('measures what a model makes of labels that it does not know', async () => {
    const out = join(folder, 'words');
    await run('train', 'words', '--data', data, ...columns, '--out', out, '--no-embeddings');
    const path = file('strange.csv', toCsv([...labelledTexts(3, 5), { text: 'xyzzy plugh', label: 'adventure' }]));
    const { stdout } = await run('evaluate', out, '--data', path, ...columns, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ documents: 9, outOfScope: { documents: 1 } });
    const told = await run('evaluate', out, '--data', path, ...columns);
    expect(told.stdout).toContain('Texts with labels that it does not know: 1;');
  }, 60_000);

  it('answers rows as they come, and stops quietly when nobody reads any more', async () => {
    const out = join(folder, 'words');
    const rows = toCsv(labelledTexts(700, 3));
    const { code, stdout, stderr } = await runShell(
      `node bin/earshot.js classify ${out} --text text --json | head -n 2`,
      rows,
    );
    expect({ code, stderr, lines: stdout.trim().split('\n').length }).toEqual({ code: 0, stderr: '', lines: 2 });
  }, 60_000);
});

const runShell = (command: string, input: string) => spawnWith('sh', ['-c', command], surroundings.env, input);
