import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, startProgram } from '../support/program.ts';

const { dataDir, env, remove } = freshSurroundings();
const using = (taxonomy: string): NodeJS.ProcessEnv => ({ ...env, EARSHOT_TAXONOMY: taxonomy });
const answers = join(dataDir, 'answers.csv');
const lines = Array.from({ length: 12 }, (_, at) => `${at},2026-03-0${1 + (at % 9)},My parcel ${at} arrived late.`);

describe('earshot reanalyse', () => {
  afterAll(() => remove());

  it('analyses texts anew after the vocabulary changed; until then no night is run, and status says why', async () => {
    writeFileSync(answers, `id,date,comment\n${lines.join('\n')}\n`);
    expect((await earshot(['ingest', answers], using('telecoms'))).code).toBe(0);
    const fresh = await earshot(['reanalyse', '--check'], using('telecoms'));
    expect([fresh.code, fresh.stdout]).toEqual([0, 'All 12 texts are analysed by the present version.\n']);
    const check = await earshot(['reanalyse', '--check', '--json'], using('retail'));
    expect(check.code).toBe(1);
    expect(JSON.parse(check.stdout)).toMatchObject({ documents: 12, analysed: 0, lost: 0, left: 12 });
    expect((await earshot(['status'], using('retail'))).stdout).toContain('12 still analysed by an older version');
    const night = await earshot(['nightly'], using('retail'));
    expect(night.code).toBe(1);
    expect(night.stderr).toContain('earshot: 12 texts are still analysed by an older version');
    const done = await earshot(['reanalyse'], using('retail'));
    expect([done.code, done.stdout]).toEqual([0, '12 of 12 texts analysed anew. Cases stay as they are.\n']);
    expect((await earshot(['nightly'], using('retail'))).code).toBe(0);
  }, 120_000);

  it('lets the server that holds the store do it, unless that one knows other models than there are now', async () => {
    const server = await startProgram(using('banking'));
    try {
      const other = await earshot(['reanalyse'], using('telecoms'));
      expect(other.code).toBe(1);
      expect(other.stderr).toContain('Start it again first.');
      const done = await earshot(['reanalyse', '--json'], using('banking'));
      expect(JSON.parse(done.stdout)).toMatchObject({ documents: 12, analysed: 12, lost: 0, left: 0 });
    } finally {
      await server.stop();
    }
  }, 120_000);
});
