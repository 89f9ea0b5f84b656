import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { generateTexts } from '../samples/generate/stream.ts';
import { packageRoot } from '../src/config.ts';
import type { BenchResult } from './result.ts';

const small = 10_000;
const large = 100_000;
const program = join(packageRoot, 'bin', 'earshot.js');

/** The whole program on its embedded engines: texts a second from file to routed case, memory, and the first page. */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const env = { ...process.env, EARSHOT_DATA_DIR: folder, EARSHOT_PORT: '0', EARSHOT_LOG_LEVEL: 'warn' };
  const first = join(folder, 'first.csv');
  const rest = join(folder, 'rest.csv');
  await writeAnswers(first, 0, small);
  await writeAnswers(rest, small, large);
  const server = await startServer(env);
  try {
    const seconds = await ingest(first, env);
    const page = await firstPage(server);
    const memory = memoryOf(server.child);
    const analysing = await timed(['analyse', first, '--json'], env);
    await ingest(rest, env);
    const pageLarge = await firstPage(server);
    const memoryLarge = memoryOf(server.child);
    return [
      {
        name: `from file to routed case, embedded, ${small} texts`,
        figure: small / seconds,
        unit: 'texts/s',
        against: 'analysing them on one thread without any store',
        ratio: analysing / seconds,
      },
      {
        name: `peak memory of the server after ${large} texts`,
        figure: memoryLarge,
        unit: 'MB',
        against: `its peak after ${small}`,
        ratio: memoryLarge / memory,
      },
      {
        name: `first page on ${large} texts`,
        figure: pageLarge,
        unit: 'ms',
        against: `the same page on ${small}`,
        ratio: pageLarge / page,
      },
    ];
  } finally {
    server.child.kill('SIGTERM');
    await once(server.child, 'close');
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeAnswers(path: string, from: number, to: number): Promise<void> {
  function* lines() {
    yield 'id,date,customer,comment\n';
    let row = 0;
    for (const { text, receivedAt, customerId } of generateTexts(1, to)) {
      if (row++ < from) continue;
      yield `${row},${receivedAt.toISOString()},${customerId},"${text.replaceAll('"', '""')}"\n`;
    }
  }
  await pipeline(lines, createWriteStream(path));
}

interface Server {
  child: ChildProcess;
  link: string;
}

async function startServer(env: NodeJS.ProcessEnv): Promise<Server> {
  const child = spawn(process.execPath, [program, 'start', '--empty'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  // Read to its end, or else what it prints as it stops would find nobody and end it with an error.
  const link = new Promise<string>((found, failed) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const match = /http:\/\/\S+\/sign-in\?token=\S+/.exec(printed);
      if (match) found(match[0]);
    });
    child.once('close', () => failed(new Error(`The server ended before it listened: ${printed}`)));
  });
  return { child, link: await link };
}

/** Seconds until every text of the file is analysed and routed. @throws Error when one was kept aside. */
async function ingest(path: string, env: NodeJS.ProcessEnv): Promise<number> {
  return timed(['ingest', path, '--json'], env);
}

async function timed(args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`earshot ${args.join(' ')} ended with ${code}.`);
  return (performance.now() - started) / 1000;
}

/** The most megabytes that the process ever held. Linux tells; elsewhere the figure is not a number. */
function memoryOf({ pid }: ChildProcess): number {
  const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1]) / 1024;
}

const cookies = new Map<string, string>();

/** Milliseconds of the overview, the median of seven. */
async function firstPage({ link }: Server): Promise<number> {
  const cookie = cookies.get(link) ?? (await fetch(link, { redirect: 'manual' })).headers.get('set-cookie') ?? '';
  cookies.set(link, cookie);
  const times: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const started = performance.now();
    const response = await fetch(new URL('/', link), { headers: { cookie: cookie.split(';')[0]! } });
    await response.text();
    if (!response.ok) throw new Error(`The overview answered ${response.status}.`);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[3]!;
}
