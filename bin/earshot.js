#!/usr/bin/env node
// Starts the compiled program, compiling it first when a source is newer: so edits in pipelines/ take effect at the next
// start, with no build command to remember.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const buildInfo = join(root, 'dist', '.tsbuildinfo');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** The time in milliseconds of the latest change to a TypeScript source under the folder. */
function latestChange(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .reduce((latest, name) => Math.max(latest, statSync(join(root, folder, name)).mtimeMs), 0);
}

const builtAt = existsSync(buildInfo) ? statSync(buildInfo).mtimeMs : 0;
const isStale = ['src', 'pipelines', 'dashboards'].some((folder) => latestChange(folder) > builtAt);
if (isStale && existsSync(compiler)) {
  try {
    execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.json')], { stdio: ['ignore', 2, 2] });
  } catch {
    console.error('earshot: the sources do not compile. Mend the line named above and start again.');
    process.exit(1);
  }
}
await import('../dist/src/cli.js');
