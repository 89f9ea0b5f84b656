import type { Context } from '../../context.ts';
import { wholeTeam } from '../../people/stored-team.ts';
import type { TeamsFormat } from '../../people/teams-file/read-teams-file.ts';
import { readTeamsFile } from '../../people/teams-file/read-teams-file.ts';
import { writeTeamsFile } from '../../people/teams-file/write-teams-file.ts';
import { changeTeams, type TeamsChange } from '../../store/teams/change-teams.ts';
import { listTeams } from '../../store/teams/list-teams.ts';
import type { Ask } from '../engine-remote.ts';

/** What the commands ask about departments. */
export interface TeamsEngine {
  /** @throws Error where the file cannot be read. */
  change(file: { text: string; format: TeamsFormat; dryRun: boolean }): Promise<TeamsChange>;
  export(): Promise<string>;
}

/** Departments, in a store that this process has open. */
export function openLocalTeams({ database, routing, now }: Context): TeamsEngine {
  const defaults = wholeTeam('', { name: '', owns: '' }, routing);
  const actor = { userId: null, name: 'command line' };
  return {
    change: async ({ text, format, dryRun }) =>
      changeTeams(database, readTeamsFile(text, format), { defaults, actor, dryRun }, now()),
    export: async () => writeTeamsFile(await listTeams(database)),
  };
}

/** Departments, by the API of the server that holds the data directory. */
export function openRemoteTeams(ask: Ask): TeamsEngine {
  return {
    change: (file) => ask('POST', '/api/teams-file', JSON.stringify(file)),
    export: async () => (await ask<{ text: string }>('GET', '/api/teams-file')).text,
  };
}
