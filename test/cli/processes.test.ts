import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgres, postgresAnswers } from '../support/engines.ts';
import { earshot, freshSurroundings, type RunningProgram, root, startProgram } from '../support/program.ts';
import { until } from '../support/until.ts';

const program = join(root, 'bin/earshot.js');
const sample = join(root, 'samples/telecoms/surveys');

describe('a process of its own', () => {
  const surroundings = freshSurroundings();
  afterAll(() => surroundings.remove());

  it.each(['serve', 'work'])('that only serves or works asks for a database to share: %s', async (command) => {
    const { code, stderr } = await earshot([command], surroundings.env);
    expect(code).toBe(1);
    expect(stderr).toContain('DATABASE_URL');
    expect(stderr).toContain('"earshot start"');
  });

  it('refuses a concurrency that is no count, with exit status 2', async () => {
    const { code, stderr } = await earshot(['work', '--concurrency', 'many'], surroundings.env);
    expect(code).toBe(2);
    expect(stderr).toContain('whole number');
  });
});

describe.skipIf(!postgresAnswers)('processes that share a Postgres (skipped where it does not answer)', () => {
  const surroundings = freshSurroundings();
  let postgres: Awaited<ReturnType<typeof createPostgres>>;
  let env: NodeJS.ProcessEnv;
  const running: RunningProgram[] = [];

  beforeAll(async () => {
    postgres = await createPostgres();
    env = { ...surroundings.env, DATABASE_URL: postgres.url };
  });
  afterAll(async () => {
    await Promise.all(running.map((each) => each.kill()));
    await postgres.drop();
    await surroundings.remove();
  });

  it('are told which migrations are missing, by exit status too', async () => {
    const before = await earshot(['migrate', '--check'], env);
    expect(before).toMatchObject({ code: 1 });
    expect(before.stdout).toContain('0001_main');
    expect(await earshot(['migrate'], env)).toMatchObject({ code: 0 });
    const after = await earshot(['migrate', '--check'], env);
    expect(after).toMatchObject({ code: 0, stdout: 'The schema of the store is up to date.\n' });
  });

  it('serve from two places, work in a third, and stop within ten seconds', async () => {
    running.push(
      await startProgram(env, { args: [program, 'serve'] }),
      await startProgram(env, { args: [program, 'serve'] }),
      await startProgram(env, { args: [program, 'work', '--concurrency', '2'], ready: /Earshot works/ }),
    );
    const [one, other] = running;
    const signedIn = await fetch(one!.link, { redirect: 'manual' });
    const cookie = signedIn.headers
      .get('set-cookie')!
      .split(';')[0]!
      .replace(/^[^=]+/, '');
    // A session is in the database that both share; only the cookie's name tells their ports apart.
    const ask = (path: string) => {
      const url = new URL(path, other!.link);
      return fetch(url, { headers: { cookie: `earshot-${url.port}${cookie}` } });
    };
    expect(await (await ask('/readyz')).json()).toEqual({ database: 'ok', queue: 'ok' });
    const { stdout } = await earshot(['ingest', sample, '--no-wait', '--json'], env);
    const { new: added } = JSON.parse(stdout);
    expect(added).toBeGreaterThan(100);
    await until(async () => {
      const { waiting, documents } = await (await ask('/api/status')).json();
      return waiting === 0 && documents === added;
    });

    expect(await (await ask('/metrics')).text()).toContain('earshot_build_info{version=');
    const stopping = performance.now();
    const outcomes = await Promise.all(running.splice(0).map((each) => each.stop()));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(performance.now() - stopping).toBeLessThan(11_000);
  }, 120_000);
});
