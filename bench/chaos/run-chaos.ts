import { mkdtempSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/stats/random.ts';
import { ingestUntilTaken, writeFiles } from './feed.ts';
import { startPostgres, startRedis } from './servers.ts';
import { type Counts, countStore, storedOutcomes, undisturbedOutcomes } from './truth.ts';
import { startWorkers } from './workers.ts';

export interface ChaosOptions {
  texts: number;
  seed: number;
  /** Workers to kill at most; left out, one every two seconds to the end. */
  mostKills?: number;
  /** The clock of one of the two workers is ahead by so much; left out, it is right. */
  clockOffSeconds?: number;
  /** Gives up after so long. */
  limitSeconds: number;
  /** Ends the run early; what was started is stopped all the same. */
  signal?: AbortSignal;
  say?: (line: string) => void;
}

export interface ChaosReport {
  counts: Counts;
  /** Texts of which the store says something else than the same program says without faults. */
  different: number;
  kills: number;
  /** Commands that a fault cut short and that were given again. */
  repeatedIngests: number;
  /** What each fault but the kills was, and how long no text was saved after it. */
  faults: { name: string; seconds: number }[];
  seconds: number;
}

const files = 6;
const killSeconds = 2;
const lookMs = 250;

/**
 * Works through texts with two workers on a Postgres and a Redis of its own, and mistreats all of them: a worker is
 * killed every two seconds, the clock of one may be wrong, Redis is flushed once and restarted once, Postgres is restarted twice in immediate mode.
 * @throws Error when the work is not done within the limit.
 */
export async function runChaos({
  texts,
  seed,
  mostKills = Infinity,
  clockOffSeconds = 0,
  limitSeconds,
  signal,
  say = () => {},
}: ChaosOptions): Promise<ChaosReport> {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'earshot-chaos-'));
  // The servers run as other users, who must reach their folders.
  await chmod(folder, 0o755);
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const paths = await writeFiles(folder, texts, files, seed);
    const surroundings = { ...process.env, EARSHOT_DATA_DIR: join(folder, 'data'), EARSHOT_LOG_LEVEL: 'error' };
    const expected = await undisturbedOutcomes(paths, surroundings);
    say(`${texts} texts without faults: ${expected.length} that differ.`);
    const postgres = await startPostgres(folder);
    closing.push(() => postgres.drop());
    const redis = await startRedis(folder);
    closing.push(() => redis.drop());
    const env = { ...surroundings, DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const started = performance.now();
    const workers = startWorkers(2, env, join(folder, 'workers.log'), random, [clockOffSeconds]);
    closing.push(() => workers.stop());
    let kills = 0;
    const killing = setInterval(() => {
      if (kills < mostKills && workers.killOne()) kills++;
    }, killSeconds * 1000);
    closing.push(async () => clearInterval(killing));

    const faults: ChaosReport['faults'] = [];
    const costs: Promise<void>[] = [];
    const inflict = async (name: string, fault: () => Promise<void>): Promise<void> => {
      await sleep(random.below(1000));
      const begun = performance.now();
      await fault();
      say(`${name} after ${((begun - started) / 1000).toFixed(1)} s.`);
      costs.push(
        untilProgress(postgres.url, limitSeconds).then(() => {
          const seconds = (performance.now() - begun) / 1000;
          faults.push({ name, seconds });
          say(`${name}: ${seconds.toFixed(1)} s until the next text was saved.`);
        }),
      );
    };
    const plan: (() => Promise<void>)[] = [
      async () => {},
      () => inflict('Redis flushed', redis.flush),
      () => inflict('Postgres restarted', postgres.restart),
      () => inflict('Redis killed and restarted empty', redis.restart),
      () => inflict('Postgres restarted again', postgres.restart),
      async () => {},
    ];
    let attempts = 0;
    for (const [place, path] of paths.entries()) {
      signal?.throwIfAborted();
      const [took] = await Promise.all([ingestUntilTaken(path, env), plan[place]!()]);
      say(`Part ${place + 1} of ${paths.length} taken in.`);
      attempts += took;
    }
    await untilDone(postgres.url, texts, started + limitSeconds * 1000, signal);
    await Promise.all(costs);
    const seconds = (performance.now() - started) / 1000;
    clearInterval(killing);
    const stored = new Set(await storedOutcomes(postgres.url));
    const different = expected.filter((line) => !stored.has(line)).length + Math.abs(stored.size - expected.length);
    const counts = await countStore(postgres.url);
    return { counts, different, kills, repeatedIngests: attempts - paths.length, faults, seconds };
  } finally {
    for (const close of closing.reverse()) await close().catch((error: unknown) => say(`While closing: ${error}`));
  }
}

/** Resolves when a text is saved that was not before, or when nothing waits any more. */
async function untilProgress(url: string, limitSeconds: number): Promise<void> {
  const deadline = performance.now() + limitSeconds * 1000;
  let before: Counts | null = null;
  while (performance.now() < deadline) {
    const counts = await countStore(url).catch(() => null);
    before ??= counts;
    if (counts && before && (counts.waiting === 0 || counts.documents > before.documents)) return;
    await sleep(lookMs);
  }
}

async function untilDone(url: string, texts: number, deadline: number, signal: AbortSignal | undefined): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const counts = await countStore(url).catch(() => null);
    if (counts?.waiting === 0 && counts.texts === texts) return;
    if (performance.now() > deadline) throw new Error(`Not done in time: ${JSON.stringify(counts)}.`);
    await sleep(lookMs);
  }
}
