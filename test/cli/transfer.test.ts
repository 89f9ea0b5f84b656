import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, root } from '../support/program.ts';

const from = freshSurroundings();
const to = freshSurroundings();
const file = join(from.dataDir, 'backup.jsonl.gz');
afterAll(async () => {
  await from.remove();
  await to.remove();
});

describe('a backup by earshot export', () => {
  it('is restored by earshot import: the same texts, cases and findings', async () => {
    const mails = join(root, 'samples/telecoms/surveys/answers.csv');
    expect(await earshot(['ingest', mails, '--json'], from.env)).toMatchObject({ code: 0 });
    const written = await earshot(['export', file], from.env);
    expect(written.stdout).toMatch(
      /^Wrote .*backup\.jsonl\.gz: \d{3} analysed texts, \d+ cases, \d+ rows in \d+ tables\.\n$/,
    );
    const twice = await earshot(['export', file], from.env);
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('exists already')]);
    rmSync(join(to.dataDir, 'pglite'), { recursive: true, force: true });
    const read = await earshot(['import', file], to.env);
    expect(read.stdout).toContain(', as counted and hashed.');
    const status = async (env: NodeJS.ProcessEnv) => {
      // What is on the queue belongs to the moment.
      const { queues: _queues, ...store } = JSON.parse((await earshot(['status', '--json'], env)).stdout);
      return store;
    };
    expect(await status(to.env)).toEqual(await status(from.env));
    expect(existsSync(`${file}.part`)).toBe(false);
  }, 180_000);
});
