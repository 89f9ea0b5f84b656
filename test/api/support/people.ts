import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { wholeTeam } from '../../../src/people/stored-team.ts';
import type { UserRole } from '../../../src/people/user.ts';
import { addUser } from '../../../src/store/people/add-user.ts';
import { createSession } from '../../../src/store/sign-in/create-session.ts';
import { saveTeam } from '../../../src/store/teams/save-team.ts';
import { now } from './seed.ts';
import { routing } from './taxonomy.ts';
import { origin, type World } from './world.ts';

/** Somebody at a browser. */
export interface PersonAtBrowser {
  userId: number;
  ask(request: InjectOptions | string): Promise<LightMyRequestResponse>;
}

/** Adds somebody with a role who is a member of departments, and signs them in. */
export async function signInAs(world: World, role: UserRole, teams: string[] = []): Promise<PersonAtBrowser> {
  const { database } = world.services;
  const name = `${role} of ${teams.join(' and ') || 'nothing'}`;
  const email = `${name.replace(/\W+/g, '.')}@example.com`;
  const userId = (await addUser(database, { name, email, role }, now)) ?? 0;
  for (const team of teams) {
    const settings = routing.teams[team];
    if (!settings) throw new Error(`The test routing has no team "${team}".`);
    await saveTeam(database, wholeTeam(team, settings, routing), now, { keep: true });
    await database.query('insert into team_members (team, user_id) values ($1, $2)', [team, userId]);
  }
  const { secret } = await createSession(database, now, userId);
  const cookie = `earshot-4310=${secret}`;
  return {
    userId,
    ask(request) {
      const options = typeof request === 'string' ? { url: request } : request;
      const headers = { cookie, 'sec-fetch-site': 'same-origin', origin, ...options.headers };
      return world.askAsStranger({ ...options, headers });
    },
  };
}
