import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { packageRoot } from '../../src/config.ts';
import { buildCorpus } from './corpus.ts';

/** Writes the sample corpus anew: `node dist/samples/generate/index.js [FOLDER]`, into `samples/` unless told. */
const folder = resolve(process.argv[2] ?? join(packageRoot, 'samples'));
for (const part of ['emails', 'calls', 'surveys'])
  rmSync(join(folder, 'telecoms', part), { recursive: true, force: true });
const files = buildCorpus();
for (const { path, bytes } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}
const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
console.log(`${files.length} files, ${Math.round(size / 1024)} KB, in ${folder}`);
