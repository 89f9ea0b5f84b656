import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { earshot, freshSurroundings, type RunningProgram, startProgram } from '../support/program.ts';

describe.each(['on its own', 'beside a server'])('"earshot users" %s', { timeout: 120_000 }, (how) => {
  const surroundings = freshSurroundings();
  let server: RunningProgram | null = null;
  const run = (args: string[], input?: string) => earshot(args, surroundings.env, input);

  beforeAll(async () => {
    if (how === 'beside a server') server = await startProgram(surroundings.env);
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await surroundings.remove();
  });

  it('adds people, by a link or with a password from a pipe', async () => {
    expect((await run(['users'])).stdout).toContain('Nobody yet');
    const added = await run(['users', 'add', 'jo@example.com', '--name', 'Jo Bloggs', '--role', 'lead']);
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(/http:\/\/\S+\/invitation\?token=[\w-]{43}\n/);
    const al = await run(['users', 'add', 'al@example.com', '--name', 'Al', '--password'], 'a long enough one\n');
    expect(al).toMatchObject({ code: 0, stdout: 'Al may sign in as analyst.\n' });
    const listed = (await run(['users', 'list', '--json'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(listed.map(({ email, role, hasPassword }) => [email, role, hasPassword])).toEqual([
      ['al@example.com', 'analyst', true],
      ['jo@example.com', 'lead', false],
    ]);
  });

  it('changes them, and tells the trail', async () => {
    expect((await run(['users', 'role', 'JO@example.com', 'manager'])).stdout).toBe('Jo Bloggs is manager now.\n');
    expect((await run(['users', 'disable', 'jo@example.com'])).stdout).toBe('Jo Bloggs is switched off.\n');
    expect((await run(['users', 'list'])).stdout).toContain('switched off');
    expect((await run(['users', 'enable', 'jo@example.com'])).code).toBe(0);
    const trail = (await run(['audit', '--json'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(trail.map(({ actor, action }) => `${actor}: ${action}`)).toEqual([
      'command line: switched on',
      'command line: switched off',
      'command line: gave another role',
      'command line: set a password',
      'command line: added',
      'command line: added',
    ]);
    expect((await run(['audit', '--subject', 'person 2'])).stdout.trim().split('\n').length).toBe(2);
  });

  it.each([
    [['users', 'add', 'jo@example.com', '--name', 'Jo'], 'Somebody with the email jo@example.com is here already.'],
    [['users', 'add', 'jo', '--name', 'Jo'], '"email" is "jo"; it should look like jo@example.com.'],
    [['users', 'disable', 'who@example.com'], 'Nobody has the email who@example.com.'],
    [
      ['users', 'role', 'jo@example.com', 'boss'],
      '"role" is "boss"; it should be one of analyst, lead, manager, operator.',
    ],
    [['users', 'password', 'jo@example.com'], 'The password has 5 characters; it needs at least 10.'],
  ])('says what is wrong: %j', async (args, message) => {
    const { code, stderr } = await run(args, 'short\n');
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
