import { wholeTeam } from '../../people/stored-team.ts';
import type { Routing } from '../../pipeline.ts';
import type { Database } from '../database.ts';
import { listTeams } from './list-teams.ts';
import { saveTeam } from './save-team.ts';

/** The rules with the departments as the store has them. */
export interface RoutingBook {
  /** Another object each time that a department was changed. */
  readonly routing: Routing;
  /** Looks whether somebody changed a department, in this process or another. */
  refresh(): Promise<void>;
}

/** Opens the book. A department of the pipelines that the store does not have yet comes into it as they have it. */
export async function openRoutingBook(database: Database, rules: Routing, now: Date): Promise<RoutingBook> {
  await database.transaction(async (tx) => {
    for (const [key, team] of Object.entries(rules.teams)) {
      await saveTeam(tx, wholeTeam(key, team, rules), now, { keep: true });
    }
  });
  let routing = rules;
  let seen = '';
  const refresh = async (): Promise<void> => {
    const teams = await listTeams(database);
    const found = JSON.stringify(teams.map(({ members: _, ...team }) => team));
    if (found === seen) return;
    seen = found;
    routing = { ...rules, teams: Object.fromEntries(teams.map(({ key, members: _, ...team }) => [key, team])) };
  };
  await refresh();
  return {
    get routing() {
      return routing;
    },
    refresh,
  };
}
