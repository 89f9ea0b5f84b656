import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeTeam } from '../../../src/people/stored-team.ts';
import type { UserRole } from '../../../src/people/user.ts';
import type { Database } from '../../../src/store/database.ts';
import { addUser } from '../../../src/store/people/add-user.ts';
import { setDisabled, setPassword, setRole } from '../../../src/store/people/change-user.ts';
import { findUser, findUserByEmail } from '../../../src/store/people/find-user.ts';
import { createInvitation, findInvited } from '../../../src/store/people/invitations.ts';
import { listUsers } from '../../../src/store/people/list-users.ts';
import { passwordHash } from '../../../src/store/people/password-hash.ts';
import { listManagers, teamMembers } from '../../../src/store/people/people-of.ts';
import { addSignInFailure, countSignInFailures } from '../../../src/store/people/sign-in-failures.ts';
import { createSession } from '../../../src/store/sign-in/create-session.ts';
import { findSession } from '../../../src/store/sign-in/find-session.ts';
import { listTeams } from '../../../src/store/teams/list-teams.ts';
import { saveTeam } from '../../../src/store/teams/save-team.ts';
import { setMembers } from '../../../src/store/teams/set-members.ts';
import { testDatabases } from '../../support/engines.ts';

const now = new Date('2026-03-01T10:00:00Z');
const minutesOn = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const dueHours = { urgent: 2, high: 8, normal: 24, low: 40 };

describe.each(testDatabases())('people, on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  const ids: Record<string, number> = {};
  const add = async (name: string, role: UserRole): Promise<void> => {
    ids[name] = (await addUser(db, { name, email: `${name}@Example.com`, role }, now)) ?? 0;
  };

  beforeAll(async () => {
    ({ database: db, drop } = await open());
    await add('Mia', 'manager');
    await add('Leo', 'lead');
    await add('Ann', 'analyst');
    await add('Gone', 'manager');
    for (const key of ['billing', 'network']) {
      await saveTeam(db, wholeTeam(key, { name: key.toUpperCase(), owns: 'Things.' }, { dueHours }), now);
    }
    await setMembers(db, 'billing', [ids.Ann!, ids.Leo!, ids.Gone!]);
  });
  afterAll(() => drop());

  it('are found by id and by email in any case, with their teams', async () => {
    const leo = await findUserByEmail(db, ' LEO@example.COM ');
    expect(leo).toEqual({
      ...{ id: ids.Leo, name: 'Leo', email: 'Leo@Example.com', role: 'lead', teams: ['billing'] },
      ...{ hasPassword: false, createdAt: now, disabledAt: null },
    });
    expect(await findUser(db, ids.Leo!)).toEqual(leo);
    expect(await findUser(db, 4711)).toBeNull();
    expect((await listUsers(db)).map(({ name }) => name)).toEqual(['Ann', 'Gone', 'Leo', 'Mia']);
  });

  it('do not share an email, in whatever case', async () => {
    expect(await addUser(db, { name: 'Two', email: 'ANN@example.com', role: 'analyst' }, now)).toBeNull();
  });

  it('that may sign in are whom a team and its escalations turn to, leads first', async () => {
    await setDisabled(db, ids.Gone!, now);
    expect((await teamMembers(db, 'billing')).map(({ name, role }) => [name, role])).toEqual([
      ['Leo', 'lead'],
      ['Ann', 'analyst'],
    ]);
    expect((await listManagers(db)).map(({ name }) => name)).toEqual(['Mia']);
    expect(await teamMembers(db, 'network')).toEqual([]);
  });

  it('who are switched off are signed out at once, and cannot use a password or an invitation', async () => {
    await setPassword(db, ids.Ann!, 'scrypt$hash');
    const { secret } = await createSession(db, now, ids.Ann);
    const invitation = await createInvitation(db, ids.Ann!, now);
    expect((await findSession(db, secret, now))?.userId).toBe(ids.Ann);
    expect(await passwordHash(db, 'ann@example.com')).toEqual({ id: ids.Ann, hash: 'scrypt$hash' });
    expect(await setDisabled(db, ids.Ann!, now)).toBe(true);
    expect(await findSession(db, secret, now)).toBeNull();
    expect(await passwordHash(db, 'ann@example.com')).toBeNull();
    expect(await findInvited(db, invitation, now)).toBeNull();
    await setDisabled(db, ids.Ann!, null);
    expect(await findSession(db, secret, now)).toBeNull();
    expect(await setDisabled(db, 4711, now)).toBe(false);
  });

  it('who get a new password are signed out everywhere', async () => {
    const { secret } = await createSession(db, now, ids.Mia);
    await setPassword(db, ids.Mia!, 'scrypt$new');
    expect(await findSession(db, secret, now)).toBeNull();
  });

  it('are invited for three days, by the latest link alone', async () => {
    const first = await createInvitation(db, ids.Leo!, now);
    const second = await createInvitation(db, ids.Leo!, now);
    expect(await findInvited(db, first, now)).toBeNull();
    expect(await findInvited(db, second, minutesOn(72 * 60 - 1))).toMatchObject({ userId: ids.Leo, name: 'Leo' });
    expect(await findInvited(db, second, minutesOn(72 * 60))).toBeNull();
    const stored = JSON.stringify(await db.query('select * from invitations'));
    expect(stored).not.toContain(second);
  });

  it('take another role', async () => {
    expect(await setRole(db, ids.Leo!, 'manager')).toBe(true);
    expect((await findUser(db, ids.Leo!))?.role).toBe('manager');
    await setRole(db, ids.Leo!, 'lead');
    expect(await setRole(db, 4711, 'lead')).toBe(false);
  });

  it('meet their wrong passwords for a quarter of an hour, without the email being kept', async () => {
    for (const minutes of [0, 1, 14]) await addSignInFailure(db, 'Ann@Example.com', minutesOn(minutes));
    expect(await countSignInFailures(db, 'ann@example.com ', minutesOn(14))).toBe(3);
    expect(await countSignInFailures(db, 'ann@example.com', minutesOn(15.5))).toBe(2);
    expect(await countSignInFailures(db, 'leo@example.com', minutesOn(14))).toBe(0);
    expect(JSON.stringify(await db.query('select * from sign_in_failures')).toLowerCase()).not.toContain('ann@');
  });

  it('make up teams, which are kept whole and in order', async () => {
    const [billing, network] = await listTeams(db);
    expect(billing).toMatchObject({ key: 'billing', name: 'BILLING', enabled: true, dueHours, capacity: null });
    expect(billing?.calendar.hours.sun).toEqual([['00:00', '24:00']]);
    expect(billing?.members.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['Leo', true],
      ['Ann', true],
      ['Gone', false],
    ]);
    expect(network?.members).toEqual([]);
    await setMembers(db, 'billing', [ids.Mia!]);
    expect((await listTeams(db))[0]?.members.map(({ name }) => name)).toEqual(['Mia']);
  });

  it('change a team, or leave it alone where it is there already', async () => {
    const { members: _, ...billing } = (await listTeams(db))[0]!;
    await saveTeam(db, { ...billing, name: 'Bills', languages: ['en', 'zh'], capacity: 30 }, now);
    await saveTeam(db, { ...billing, name: 'As the pipelines have it' }, now, { keep: true });
    expect((await listTeams(db)).map(({ key, name }) => [key, name])).toEqual([
      ['billing', 'Bills'],
      ['network', 'NETWORK'],
    ]);
    expect((await listTeams(db))[0]).toMatchObject({ languages: ['en', 'zh'], capacity: 30 });
  });
});
