import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { pino } from 'pino';
import { pipelines } from '../src/cli/pipelines.ts';
import { readConfig } from '../src/config.ts';
import { openContext } from '../src/context.ts';
import { createRandom } from '../src/stats/random.ts';
import { receive } from '../src/workers/receive.ts';
import { writeFiles } from './chaos/feed.ts';
import { startPostgres, startRedis } from './chaos/servers.ts';
import { program, startWorkers } from './chaos/workers.ts';
import type { BenchResult } from './result.ts';

/** `EARSHOT_BENCH_TEXTS` makes it smaller: the backlog, of which nobody waits for the end. */
const backlogTexts = Number(process.env.EARSHOT_BENCH_TEXTS ?? 100_000);
const arrivals = 100;
const everyMs = 200;

/**
 * Two workers on Postgres and Redis work off a backlog; meanwhile one urgent and one ordinary complaint arrive again and
 * again. Each is timed from its arrival in the store to its case, by the clock of the database.
 */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  // The servers run as other users, who must reach their folders.
  await chmod(folder, 0o755);
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const postgres = await startPostgres(folder);
    closing.push(() => postgres.drop());
    const redis = await startRedis(folder);
    closing.push(() => redis.drop());
    const env = {
      ...process.env,
      EARSHOT_DATA_DIR: join(folder, 'data'),
      EARSHOT_LOG_LEVEL: 'error',
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
    };
    const [backlog] = await writeFiles(folder, backlogTexts, 1, 1);
    await ingest(backlog!, env);
    const workers = startWorkers(2, env, join(folder, 'workers.log'), createRandom(1));
    closing.push(() => workers.stop());
    while ((await analysed(postgres.url)) < 500) await sleep(250);
    await arrive(env);
    const urgent = await untilCases(postgres.url, 'urgent');
    const left = await waiting(postgres.url);
    if (left === 0) throw new Error('The backlog was worked off before the urgent complaints: nothing was measured.');
    const ordinary = await waits(postgres.url, 'ordinary');
    const p99 = percentile(urgent, 0.99);
    // Those that have no case yet have waited longer than the last of the urgent ones.
    const ordinaryP99 = ordinary.length < arrivals ? urgent.at(-1)! : percentile(ordinary, 0.99);
    return [
      {
        name: `from arrival of an urgent complaint to its case, p99 of ${arrivals}, behind ${backlogTexts} texts`,
        figure: p99,
        unit: 's',
        against: `ordinary complaints that arrived with them (${ordinary.length} of ${arrivals} had a case when the last urgent one had)`,
        ratio: ordinaryP99 / p99,
      },
    ];
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

const urgentText = 'The router caught fire and my hand is burnt. This is dangerous, I complain.';
const ordinaryText = 'My bill is wrong again. I was charged twice, I complain.';

/** One urgent and one ordinary complaint after the other, each a file of its own, as the inbox or the API takes them. */
async function arrive(env: NodeJS.ProcessEnv): Promise<void> {
  const context = await openContext(readConfig(env), pipelines, pino({ level: 'error' }));
  try {
    for (let at = 0; at < arrivals; at++) {
      for (const [name, text] of Object.entries({ urgent: urgentText, ordinary: ordinaryText })) {
        const source = { name: `${name}${at}.txt`, modifiedAt: new Date(), channel: null, mapping: null };
        const open = async function* () {
          yield Buffer.from(`${text} Case ${at}.`);
        };
        await receive(context, source.name, [{ ...source, open }]);
      }
      await sleep(everyMs);
    }
  } finally {
    await context.close();
  }
}

async function ingest(path: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = [program, 'ingest', path, '--no-wait', '--json'];
  const [code] = await once(spawn(process.execPath, args, { env, stdio: 'ignore' }), 'close');
  if (code !== 0) throw new Error(`earshot ingest ${path} ended with ${code}.`);
}

/** Waits until every arrival of the name has its case. @returns what each waited. @throws Error after two minutes. */
async function untilCases(url: string, name: string): Promise<number[]> {
  const until = performance.now() + 120_000;
  for (;;) {
    const found = await waits(url, name);
    if (found.length === arrivals) return found;
    if (performance.now() > until) throw new Error(`Of ${arrivals} ${name} complaints ${found.length} became cases.`);
    await sleep(250);
  }
}

/** Seconds from arrival to case of those that have one, the shortest first. */
async function waits(url: string, name: string): Promise<number[]> {
  const rows = await ask<{ seconds: number }>(
    url,
    `select extract(epoch from k.opened_at - i.started_at)::float8 as seconds from cases k
     join documents d on d.id = k.document_id join raw_texts r on r.id = d.raw_id join intakes i on i.id = r.intake_id
     where d.source like '${name}%.txt' order by 1`,
  );
  return rows.map(({ seconds }) => seconds);
}

/** Texts that the workers have done: the first of them takes as long as their start. */
async function analysed(url: string): Promise<number> {
  const [row] = await ask<{ n: number }>(url, 'select count(*)::int as n from documents');
  return row?.n ?? 0;
}

async function waiting(url: string): Promise<number> {
  const [row] = await ask<{ n: number }>(
    url,
    "select count(*)::int as n from raw_texts where state = 'waiting' and not urgent",
  );
  return row?.n ?? 0;
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
