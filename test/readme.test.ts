import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshSurroundings, type RunningProgram, root, run, startProgram } from './support/program.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((block) => block[1]!.trim().split('\n'));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

describe('the README', () => {
  const surroundings = freshSurroundings();
  let program: RunningProgram;

  beforeAll(async () => {
    program = await startProgram(surroundings.env, { command: 'npm', args: ['start'] });
  }, 120_000);
  afterAll(async () => {
    const { stdout } = await program.stop();
    await surroundings.remove();
    expect(stdout).toContain('Stopping: what is under way is finished first.');
  }, 60_000);

  it('has the two commands of a fresh machine at its top', () => {
    expect(commands.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(manifest.scripts).toMatchObject({ start: expect.any(String), test: expect.any(String) });
  });

  it('starts with the sample corpus and prints a sign-in link that works', async () => {
    const response = await fetch(program.link, { redirect: 'manual' });
    expect(response.status).toBeGreaterThanOrEqual(302);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly/);
    const status = await run('npx', ['earshot', 'status', '--json'], surroundings.env);
    expect(JSON.parse(status.stdout).documents).toBeGreaterThan(460);
  });

  const examples = commands.filter((command) => command.startsWith('npx earshot'));
  it('shows commands of Earshot', () => expect(examples.length).toBeGreaterThan(4));

  it.each(examples)('shows a command that runs: %s', async (example) => {
    const [command, ...args] = example.split(' ');
    const outcome = await run(command!, args, surroundings.env);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).not.toBe('');
  });

  it('names only files that are there', () => {
    const names = [...readme.matchAll(/`((?:src|pipelines|models|samples|bench|test)\/[\w./-]*)`/g)].map(
      (match) => match[1]!,
    );
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('names every setting that the program reads, and no other', () => {
    const read = readFileSync(join(root, 'src/config.ts'), 'utf8').match(
      /\b(EARSHOT_[A-Z_]+|DATABASE_URL|REDIS_URL)\b/g,
    );
    const named = readme.match(/\b(EARSHOT_[A-Z_]+|DATABASE_URL|REDIS_URL)\b/g);
    expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort());
  });
});
