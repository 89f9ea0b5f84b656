import type { Context } from '../context.ts';
import { checkRouting } from '../route/check.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import { storeStatus } from '../store/status.ts';
import { startVacuum } from '../store/vacuum.ts';
import { every } from './every.ts';
import { attemptIntake, type Reader } from './intake.ts';
import { openLivePool } from './language/live-pool.ts';
import { openLanguagePool } from './language/pool.ts';
import type { LanguageAnswer } from './language/task.ts';
import { runDueNights } from './night/due-nights.ts';
import { refreshRelations } from './nightly.ts';
import { announceWorker } from './presence.ts';
import { obeyPauses } from './queue-desk.ts';
import { type Reanalysis, reanalyse } from './reanalyse.ts';
import { dropExpired } from './retention.ts';
import { routeTexts } from './route-texts.ts';
import { openAdvisor } from './routing/advisor.ts';
import { retrainRouting } from './routing/retrain-routing.ts';
import { drawDueSpotChecks } from './spot-checks.ts';
import { sweep } from './sweep.ts';

/** All workers of one process. */
export interface Crew {
  /** Analyses for some seconds texts anew that other versions have analysed; 0 only tells how many are left. */
  reanalyse(seconds: number): Promise<Reanalysis>;
  /** Finishes what is under way or gives it back, then stops. */
  close(): Promise<void>;
}

const sweepSeconds = 10;
const retentionSeconds = 3600;
const refreshSeconds = 5;
const spotCheckSeconds = 600;
/** The queue says when a night is due. A queue may forget that, and nights may be due while nothing runs: so we look ourselves. */
const dueNightsSeconds = 600;

/**
 * Starts the workers: intake and nightly jobs, the sweep for lost jobs, and the upkeep of relations and database.
 * @param threads of language work; null for what the machine has to spare.
 */
export async function startCrew(context: Context, threads: number | null = null): Promise<Crew> {
  const { queue, database, models, pipelines, meters, log } = context;
  checkRouting(context.routing, models.taxonomy);
  const onSeconds = (seconds: LanguageAnswer['seconds'], texts: number): void => {
    for (const stage of ['parse', 'analyse'] as const) meters.observe(stage, seconds[stage], texts);
  };
  const pool = await openLivePool(context, (current) =>
    openLanguagePool({ models: current, intake: pipelines.intake }, log, threads ?? undefined, onSeconds),
  );
  const advisor = await openAdvisor(context);
  const reader: Reader = {
    async understand(raws) {
      const read = await pool.understand(raws);
      const started = performance.now();
      const routed = await advisor.advise(await routeTexts(context, read));
      meters.observe('route', (performance.now() - started) / 1000, read.length);
      return routed;
    },
  };
  const onError = (err: Error): void => {
    meters.countFailure();
    log.warn({ err }, 'a job failed and will be tried again');
  };
  await queue.work(
    (job, { last }) =>
      job.name === 'intake' ? attemptIntake(context, reader, job.data.rawIds, last) : workThroughNights(context),
    // One job more than threads, so that one batch is loaded or saved while another is analysed.
    { concurrency: pool.threads + 1, onError },
  );
  const stops = [
    every(sweepSeconds, log, () => oneAtATime(database, 'sweep', () => sweep(context))),
    every(spotCheckSeconds, log, () => oneAtATime(database, 'spot checks', () => drawDueSpotChecks(context))),
    every(sweepSeconds, log, () => obeyPauses(context)),
    announceWorker(context, pool.threads),
    every(refreshSeconds, log, () => refreshWhenIdle(context)),
    every(dueNightsSeconds, log, () => keepNights(context)),
    every(retentionSeconds, log, () => oneAtATime(database, 'retention', () => dropExpired(context))),
    startVacuum(database, (err) => log.error({ err }, 'the database could not be vacuumed')),
  ];
  return {
    reanalyse: (seconds) => reanalyse(context, pool, seconds),
    async close() {
      await Promise.all(stops.map((stop) => stop()));
      await queue.close();
      await advisor.close();
      await pool.close();
    },
  };
}

/** Relations are mined when no text waits, so that one mining speaks for the whole of a large intake. */
async function refreshWhenIdle(context: Context): Promise<void> {
  const { waiting, understood } = await storeStatus(context.database, context.models.versions);
  if (waiting === 0) await oneAtATime(context.database, 'refresh', () => refreshRelations(context, understood));
}

/** Has the queue call at the scheduled moments, and makes up for nights that were missed. */
async function keepNights(context: Context): Promise<void> {
  const { cron, timeZone } = context.pipelines.nightly.schedule;
  await context.queue.schedule('nightly', cron, { name: 'nightly', data: {} }, timeZone);
  await workThroughNights(context);
}

/** The nights that are due, and what is to be learned after them. */
async function workThroughNights(context: Context): Promise<void> {
  const nights = await runDueNights(context);
  if (nights.length === 0 || !context.pipelines.quality.routing.retrainNightly) return;
  await oneAtATime(context.database, 'routing lessons', () => retrainRouting(context));
}
