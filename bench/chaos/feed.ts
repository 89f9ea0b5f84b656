import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateTexts } from '../../samples/generate/stream.ts';
import { program } from './workers.ts';

/** Writes so many invented survey answers as files of about equal length. @returns their paths. */
export async function writeFiles(folder: string, texts: number, files: number, seed: number): Promise<string[]> {
  const all = generateTexts(seed, texts);
  const paths: string[] = [];
  for (let file = 0; file < files; file++) {
    const path = join(folder, `answers-${file}.csv`);
    const until = Math.round((texts * (file + 1)) / files) - Math.round((texts * file) / files);
    await pipeline(() => csvLines(all, until, file), createWriteStream(path));
    paths.push(path);
  }
  return paths;
}

function* csvLines(texts: ReturnType<typeof generateTexts>, count: number, file: number): Generator<string> {
  yield 'id,date,customer,comment\n';
  for (let row = 0; row < count; row++) {
    const { value, done } = texts.next();
    if (done) return;
    const { text, receivedAt, customerId } = value;
    yield `${file}-${row},${receivedAt.toISOString()},${customerId},"${text.replaceAll('"', '""')}"\n`;
  }
}

/** Ingests a file, again whenever a fault cut it short: what is stored already adds nothing. @returns the attempts. */
export async function ingestUntilTaken(path: string, env: NodeJS.ProcessEnv): Promise<number> {
  for (let attempt = 1; attempt <= 30; attempt++) {
    const args = [program, 'ingest', path, '--no-wait', '--json'];
    const [code] = await once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'close');
    if (code === 0) return attempt;
    await sleep(500);
  }
  throw new Error(`${path} could not be ingested in 30 attempts.`);
}
