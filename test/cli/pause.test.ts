import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, type RunningProgram, startProgram } from '../support/program.ts';

const surroundings = freshSurroundings();
const { env } = surroundings;
let program: RunningProgram | null = null;
beforeAll(async () => {
  program = await startProgram(env);
}, 60_000);
afterAll(async () => {
  await program?.stop();
  await surroundings.remove();
}, 60_000);

const said = async (...args: string[]): Promise<string> => (await earshot(args, env)).stdout;

describe('earshot pause and resume', () => {
  it('let the queues of a running server stand still and go on, as status says', async () => {
    expect(await said('pause')).toContain('The queues stand still');
    expect(await said('status')).toMatch(/main stands still since \d{4}-.*, by command line: "earshot resume"/);
    expect(JSON.parse(await said('status', '--json')).queues).toMatchObject([
      { name: 'main', pausedBy: 'command line' },
    ]);
    expect(await said('resume')).toContain('The queues go on');
    expect(await said('status')).not.toContain('stands still');
  }, 60_000);

  it('say that no job has been given up, and retry none', async () => {
    expect(await said('failures', '--jobs')).toBe('No job has been given up.\n');
    expect(await said('replay', '--jobs', '--all')).toBe('0 jobs are tried once more.\n');
  }, 60_000);
});
