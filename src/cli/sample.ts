import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../config.ts';
import { walk } from '../connect/folder/walk.ts';
import type { Context } from '../context.ts';
import { latestIntake } from '../store/intake/latest-intake.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import { latestRun } from '../store/runs/latest-run.ts';
import { storeStatus } from '../store/status.ts';
import { refreshRelations } from '../workers/nightly.ts';
import { receive } from '../workers/receive.ts';
import { startProgress } from './progress.ts';

/**
 * Loads the sample corpus of the taxonomy into an empty store, and waits until it is analysed, routed and mined. A load
 * that was cut off is taken up again: what the store has already counts as duplicate.
 */
export async function loadSample(context: Context, signal: AbortSignal): Promise<void> {
  const { taxonomy } = context.models;
  const folder = join(packageRoot, 'samples', taxonomy.name);
  const name = `sample corpus: ${taxonomy.title}`;
  const latest = await latestIntake(context.database);
  if (latest && (latest.source !== name || latest.finishedReading)) return;
  if (!existsSync(folder)) {
    console.log(`No sample corpus speaks of ${taxonomy.title}; the store stays empty.`);
    return;
  }
  console.log(`The store is empty: reading the sample corpus from ${folder}.`);
  await receive(context, name, sampleFiles(folder));
  await untilAnalysed(context, signal);
  if (!signal.aborted) await untilMined(context, signal);
}

async function* sampleFiles(folder: string) {
  for await (const file of walk([folder])) {
    if ('reason' in file) throw new Error(`The sample corpus is damaged: ${file.source}: ${file.reason}`);
    yield { ...file, channel: null };
  }
}

async function untilAnalysed(context: Context, signal: AbortSignal): Promise<void> {
  const progress = startProgress('Analysing');
  for (;;) {
    const { documents, waiting } = await storeStatus(context.database, context.models.versions);
    progress.update(documents, documents + waiting);
    if (waiting === 0 || signal.aborted) break;
    await sleep(200);
  }
  progress.stop();
}

/** Mines the sample, unless a worker is at it already; then waits until it has. */
async function untilMined(context: Context, signal: AbortSignal): Promise<void> {
  const { understood, stale } = await storeStatus(context.database, context.models.versions);
  // A load that another version began waits for a new analysis, and nothing is mined before.
  while (!signal.aborted && stale === 0 && (await latestRun(context.database, 'night')) === null) {
    const mined = await oneAtATime(context.database, 'refresh', () => refreshRelations(context, understood));
    if (!mined) await sleep(200);
  }
}
