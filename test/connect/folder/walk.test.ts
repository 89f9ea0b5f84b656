import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walk } from '../../../src/connect/folder/walk.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-walk-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content = 'words'): Promise<string> {
  const full = join(folder, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, content);
  return full;
}

/** Names found, and failures as `name: reason`. */
async function found(...paths: string[]): Promise<string[]> {
  const names: string[] = [];
  for await (const item of walk(paths)) names.push('reason' in item ? `${item.source}: ${item.reason}` : item.name);
  return names;
}

describe('walk', () => {
  test('finds files by themselves and below folders, sorted, all the way down', async () => {
    const single = await put('z.eml');
    for (const name of ['in/b.csv', 'in/a/2.vtt', 'in/a/1.vtt', 'in/c/d/e.txt']) await put(name);
    expect(await found(single, join(folder, 'in'))).toEqual(['z.eml', 'a/1.vtt', 'a/2.vtt', 'b.csv', 'c/d/e.txt']);
  });

  test('opens a file as a stream and says when it was changed', async () => {
    const path = await put('a.txt', 'My bill is wrong.');
    await utimes(path, new Date('2024-05-01'), new Date('2024-05-02'));
    for await (const item of walk([path])) {
      if ('reason' in item) throw new Error(item.reason);
      expect(item).toMatchObject({ name: 'a.txt', path, modifiedAt: new Date('2024-05-02'), mapping: null });
      const chunks: Uint8Array[] = [];
      for await (const chunk of item.open()) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toBe('My bill is wrong.');
    }
  });

  test('reads of a Maildir its mails alone, and its subfolders', async () => {
    for (const name of [
      'cur/1:2,S',
      'new/2',
      'tmp/3',
      'dovecot-uidlist',
      '.Sent/cur/4:2,S',
      '.Sent/new/.keep',
      '.junk',
    ]) {
      await put(`mail/${name}`);
    }
    await mkdir(join(folder, 'mail/.Sent/tmp'));
    expect(await found(join(folder, 'mail'))).toEqual(['cur/1:2,S', 'new/2', '.Sent/cur/4:2,S']);
  });

  test('passes over hidden files, but not one that is named', async () => {
    const hidden = await put('in/.hidden.txt');
    await put('in/a.txt');
    expect(await found(join(folder, 'in'))).toEqual(['a.txt']);
    expect(await found(hidden)).toEqual(['.hidden.txt']);
  });

  test('says of a missing path that it is missing, and goes on', async () => {
    const path = await put('a.txt');
    expect(await found('/nowhere/at/all', path)).toEqual([
      '/nowhere/at/all: There is no such file or folder.',
      'a.txt',
    ]);
  });

  test('follows links within the folder once, and none out of it', async () => {
    await put('secret/password.txt');
    await put('in/real/a.txt');
    await symlink(join(folder, 'secret'), join(folder, 'in/out'));
    await symlink(join(folder, 'secret/password.txt'), join(folder, 'in/out.txt'));
    await symlink('real/a.txt', join(folder, 'in/link.txt'));
    await symlink('..', join(folder, 'in/real/up'));
    await symlink('gone', join(folder, 'in/broken'));
    expect(await found(join(folder, 'in'))).toEqual([
      'broken: There is no such file or folder.',
      'link.txt',
      'out: The link leads out of the folder and was not followed.',
      'out.txt: The link leads out of the folder and was not followed.',
      'real/a.txt',
    ]);
  });

  test('reads a folder that is named by a link', async () => {
    await put('real/a.txt');
    await symlink(join(folder, 'real'), join(folder, 'linked'));
    expect(await found(join(folder, 'linked'))).toEqual(['a.txt']);
  });

  test('says of a pipe that it is no file', async () => {
    await mkdir(join(folder, 'in'));
    execFileSync('mkfifo', [join(folder, 'in/pipe')]);
    expect(await found(join(folder, 'in'))).toEqual([
      'pipe: It is neither a file nor a folder, but a device, a pipe or a socket.',
    ]);
  });

  test('gives a survey the mapping beside it', async () => {
    await put('in/answers.csv');
    await put('in/answers.mapping.json', '{"text": ["Comment"], "date": "Day"}');
    await put('in/other.csv');
    const mappings: unknown[] = [];
    for await (const item of walk([join(folder, 'in')]))
      mappings.push('reason' in item ? item : [item.name, item.mapping]);
    expect(mappings).toEqual([
      ['answers.csv', { text: ['Comment'], date: 'Day' }],
      ['other.csv', null],
    ]);
  });

  test('does not read a survey whose mapping is broken', async () => {
    await put('in/answers.csv');
    await put('in/answers.mapping.json', '{"text": ["Comment"');
    const [failure] = await found(join(folder, 'in'));
    expect(failure).toMatch(/^answers\.csv: The mapping file answers\.mapping\.json is no JSON: /);
  });

  test('passes over what it is told to skip', async () => {
    await put('in/read/a.txt');
    await put('in/b.txt');
    const names: string[] = [];
    for await (const item of walk([join(folder, 'in')], (path) => path === join(folder, 'in/read'))) {
      names.push('reason' in item ? item.source : item.name);
    }
    expect(names).toEqual(['b.txt']);
  });
});
