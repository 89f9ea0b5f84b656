import type { Config } from '../../config.ts';

/** How long a process that shares its work may take to stop. */
export const stopSeconds = 10;

/** @throws Error when the settings name no database that several processes can share. */
export function needSharedDatabase({ databaseUrl }: Config, command: string): void {
  if (databaseUrl) return;
  throw new Error(
    `"earshot ${command}" shares a Postgres with other processes, and DATABASE_URL names none. ` +
      'Set it to such as postgres://user@127.0.0.1:5432/earshot, ' +
      'or run "earshot start", which does everything in one process on an embedded database.',
  );
}
