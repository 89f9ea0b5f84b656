import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const debianFolder = '/usr/lib/postgresql';

/** Where a program of Postgres is: Debian keeps them out of the path, a folder a version. Null where it is missing. */
export function postgresProgram(name: 'initdb' | 'pg_ctl'): string | null {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  for (const version of versions.sort((a, b) => b - a)) {
    const path = join(debianFolder, String(version), 'bin', name);
    if (existsSync(path)) return path;
  }
  return runs(name) ? name : null;
}

/** What is missing on this machine of the servers that chaos mistreats; empty where nothing is. */
export function missingPrograms(): string[] {
  const postgres = (['initdb', 'pg_ctl'] as const).filter((name) => postgresProgram(name) === null);
  return runs('redis-server') ? postgres : [...postgres, 'redis-server'];
}

function runs(command: string): boolean {
  return spawnSync(command, ['--version']).status === 0;
}
