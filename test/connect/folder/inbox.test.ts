import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchInbox } from '../../../src/connect/folder/inbox.ts';
import type { Failure } from '../../../src/types.ts';

const timing = { stableMs: 150, pollMs: 20, retryMs: 400 };

let folder: string;
let stop: AbortController;
let watching: Promise<void> | null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-inbox-'));
  stop = new AbortController();
  watching = null;
});
afterEach(async () => {
  stop.abort();
  await watching;
  await rm(folder, { recursive: true, force: true });
});

/** Starts watching; `taken` grows by the name and content of each file. */
function watch(onFile: (name: string) => void = () => {}) {
  const taken: [string, string][] = [];
  const failures: Failure[] = [];
  watching = watchInbox(
    folder,
    async (file) => {
      onFile(file.name);
      taken.push([file.name, await readFile(file.path, 'utf8')]);
    },
    stop.signal,
    { timing, onFailure: (failure) => failures.push(failure) },
  );
  return { taken, failures };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 10_000; !(await condition()); ) {
    if (Date.now() > end) throw new Error('it did not come about within ten seconds');
    await pause(20);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const readFiles = (): Promise<string[]> => readdir(join(folder, 'read'), { recursive: true }).catch(() => []);

describe('watchInbox', () => {
  test('takes a file that lies there, and moves it to read/', async () => {
    await writeFile(join(folder, 'a.eml'), 'words');
    const { taken } = watch();
    await until(async () => (await readFiles()).includes('a.eml'));
    expect(taken).toEqual([['a.eml', 'words']]);
    expect(await readdir(folder)).toEqual(['read']);
  });

  test('waits until a file no longer grows', async () => {
    const { taken } = watch();
    await writeFile(join(folder, 'a.txt'), 'one ');
    for (let part = 0; part < 12; part++) {
      await pause(30);
      await appendFile(join(folder, 'a.txt'), `${part} `);
      expect(taken).toEqual([]);
    }
    await until(() => taken.length > 0);
    expect(taken).toEqual([['a.txt', 'one 0 1 2 3 4 5 6 7 8 9 10 11 ']]);
  });

  test('overwrites nothing in read/', async () => {
    await mkdir(join(folder, 'read'));
    await writeFile(join(folder, 'read/a.eml'), 'yesterday');
    await writeFile(join(folder, 'a.eml'), 'today');
    watch();
    await until(async () => (await readFiles()).length === 2);
    expect(await readFile(join(folder, 'read/a.eml'), 'utf8')).toBe('yesterday');
    expect(await readFile(join(folder, 'read/a (2).eml'), 'utf8')).toBe('today');
  });

  test('keeps folders, and takes what lies in them', async () => {
    await mkdir(join(folder, 'may'));
    await writeFile(join(folder, 'may/a.eml'), 'words');
    const { taken } = watch();
    await until(async () => (await readFiles()).includes(join('may', 'a.eml')));
    expect(taken).toEqual([['may/a.eml', 'words']]);
  });

  test('leaves a file that could not be taken, tells of it once, and tries again later', async () => {
    await writeFile(join(folder, 'a.eml'), 'words');
    let tries = 0;
    const { taken, failures } = watch(() => {
      tries++;
      if (tries < 3) throw new Error('the store is away');
    });
    await until(() => tries === 1);
    expect(await readdir(folder)).toContain('a.eml');
    await until(() => taken.length > 0);
    expect(failures).toEqual([{ source: 'a.eml', reason: 'the store is away' }]);
    expect(tries).toBe(3);
  });

  test('leaves mapping files, for the next export of that name', async () => {
    await writeFile(join(folder, 'answers.mapping.json'), '{"text": "Comment"}');
    await writeFile(join(folder, 'answers.csv'), 'Comment\nlate\n');
    watch();
    await until(async () => (await readFiles()).includes('answers.csv'));
    expect((await readdir(folder)).sort()).toEqual(['answers.mapping.json', 'read']);
  });

  test('tells of a survey whose mapping is broken, and leaves it', async () => {
    await writeFile(join(folder, 'answers.mapping.json'), '{');
    await writeFile(join(folder, 'answers.csv'), 'Comment\nlate\n');
    const { taken, failures } = watch();
    await until(() => failures.length > 0);
    expect(failures[0]!.reason).toContain('answers.mapping.json is no JSON');
    expect(taken).toEqual([]);
    expect(await readdir(folder)).toContain('answers.csv');
  });

  test('stops at the signal', async () => {
    watch();
    stop.abort();
    await watching;
    await writeFile(join(folder, 'a.eml'), 'words');
    await pause(300);
    expect(await readdir(folder)).toContain('a.eml');
  });
});
