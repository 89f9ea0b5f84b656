import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../config.ts';
import { version } from '../../version.ts';

/** The folders whose code decides what a night finds. */
const rooms = ['stats', 'mine', 'workers/night'];

/** SHA-256 in hex of Earshot's version and of the code that a night runs, so that a change of either shows. */
export function codeDigest(): string {
  const hash = createHash('sha256').update(version);
  for (const room of rooms) {
    const folder = join(packageRoot, 'src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    for (const file of files.sort()) hash.update(`\n${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}
