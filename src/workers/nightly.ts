import { isDeepStrictEqual } from 'node:util';
import type { Context } from '../context.ts';
import { countedRelations } from '../mine/counted-relations.ts';
import { type DailyCounts, trendsOfDay, trendsOfWeek } from '../mine/trends/trends.ts';
import type { NightlyPipeline } from '../pipeline.ts';
import { countStale } from '../store/analyses/count-stale.ts';
import { correctedSince } from '../store/corrections/corrected-since.ts';
import { registerTopics } from '../store/findings/register-topics.ts';
import { saveFindings } from '../store/findings/save-findings.ts';
import { oneAtATime } from '../store/one-at-a-time.ts';
import { finishRun } from '../store/runs/finish-run.ts';
import { latestDay } from '../store/runs/latest-day.ts';
import { latestRun } from '../store/runs/latest-run.ts';
import { saveChecks } from '../store/runs/save-checks.ts';
import { saveRelations } from '../store/runs/save-relations.ts';
import { saveSequences } from '../store/runs/save-sequences.ts';
import { saveTrends } from '../store/runs/save-trends.ts';
import { type RunWindow, type StartedRun, startRun } from '../store/runs/start-run.ts';
import { closeCutOffRuns, failRun } from '../store/runs/watch-run.ts';
import type { Trend } from '../types.ts';
import { checkNight } from './night/check-numbers.ts';
import { checkRelations } from './night/check-relations.ts';
import { codeDigest } from './night/code-digest.ts';
import { digestOf } from './night/digest.ts';
import { furtherFindings } from './night/further-findings.ts';
import { nightDeviations } from './night/night-deviations.ts';
import { saveDifference } from './night/night-difference.ts';
import { nightDiscovery } from './night/night-discovery.ts';
import { nightNewcomers } from './night/night-newcomers.ts';
import { nightSequences } from './night/night-sequences.ts';
import { type OnStep, stepTeller } from './night/night-step.ts';
import { nightWindow } from './night/night-window.ts';
import { readNight } from './night/read-night.ts';
import { refuseMixture } from './night/refuse-mixture.ts';

/** What a night needs of the context. */
export type NightContext = Pick<Context, 'database' | 'models' | 'pipelines' | 'log' | 'now'>;

/** What a night did. */
export interface MinedNight {
  runId: number;
  /** The day that it was for; null where the store was empty. */
  day: string | null;
  /** The first day that it looked at; null for the whole store. */
  fromDay: string | null;
  documents: number;
  relations: number;
  /** Categories that moved beyond chance, on the day or in the week. */
  moved: number;
}

export interface NightOptions {
  /** `YYYY-MM-DD`; left out, the day of the latest text. */
  day?: string;
  /** Days to look back at; left out, as many as the pipeline says. */
  windowDays?: number | null;
  onStep?: OnStep;
  /** Told of the run's id as soon as it has begun. */
  onStart?: (runId: number) => void;
}

/**
 * Mines the window of days that ends with `day` and keeps what it finds as a run, in place of an earlier one for that day
 * and window. Memory grows with the categories, not the texts. The same data, settings and code give the same findings.
 * @throws NightUnderWay in this process or in another that shares the database, MixedVersions while a new analysis is due.
 */
export async function mineRelations(context: NightContext, options: NightOptions = {}): Promise<MinedNight> {
  const mined = await oneAtATime(context.database, 'night', () => mineOne(context, options));
  if (mined) return mined;
  throw new NightUnderWay();
}

/** Two runs at once would each replace what the other found. */
export class NightUnderWay extends Error {
  constructor() {
    super('Another run is under way. The page "Runs" says how far it is; try again once it has ended.');
  }
}

async function mineOne(context: NightContext, options: NightOptions): Promise<MinedNight> {
  const { database, models, now } = context;
  const { windowDays = context.pipelines.nightly.windowDays } = options;
  const window = nightWindow(options.day ?? (await latestDay(database, now())), windowDays);
  await refuseMixture(database, models.versions);
  await closeCutOffRuns(database);
  const run = await startRun(database, now(), models.versions, window);
  options.onStart?.(run.id);
  try {
    return await mine(context, run, window, stepTeller(database, run.id, context.log, options.onStep ?? (() => {})));
  } catch (error) {
    await failRun(database, run.id, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

async function mine(context: NightContext, run: StartedRun, window: RunWindow, onStep: OnStep): Promise<MinedNight> {
  const { database, models, now } = context;
  const settings = context.pipelines.nightly;
  const days = { throughId: run.throughId, fromDay: window.fromDay, toDay: window.day };
  onStep('reading texts', 0);
  const parents = new Map(models.taxonomy.categories.map(({ id, parent }) => [id, parent]));
  const data = await readNight(database, days, settings, parents, (texts) => onStep('reading texts', texts));
  onStep('relations');
  const relations = countedRelations(data.pairs, settings.pairs, parents);
  onStep('checking relations', 0);
  const checks = await checkRelations(database, days, relations, settings, (texts) =>
    onStep('checking relations', texts),
  );
  onStep('coded data, larger sets');
  const further = furtherFindings(data, relations, settings, parents);
  onStep('topics that no category covers');
  const discovery = await nightDiscovery(database, days, window.day, settings.discovery);
  onStep('new names');
  const names = await nightNewcomers(database, days, window.day, settings, models.taxonomy);
  onStep('trends');
  const { falseDiscoveries } = settings.trends;
  const trends = nightTrends(data.daily, window, settings.trends);
  const deviations = nightDeviations(data.daily, window);
  onStep('sequences');
  const sequences = await nightSequences({ events: data.events, settings: settings.sequences });
  onStep('saving');
  await saveRelations(database, run.id, relations);
  await saveChecks(database, run.id, checks);
  await saveSequences(database, run.id, sequences);
  await saveFindings(database, run.id, { ...further, ...discovery, ...names });
  if (window.day !== null) await registerTopics(database, discovery.topics, window.day);
  await saveTrends(database, run.id, { trends, deviations, falseDiscoveries });
  const manifest = {
    code: codeDigest(),
    settings: digestOf(settings),
    data: data.sha256,
    findings: digestOf({ relations, checks, trends, deviations, sequences, ...further, ...discovery, ...names }),
  };
  const { documents } = data.pairs;
  onStep('comparing with the night before');
  await saveDifference(database, run, window, { data, relations, falseDiscoveries });
  onStep('checking numbers', 0);
  await checkNight(database, { ...run, ...window, documents }, context.log, (texts) =>
    onStep('checking numbers', texts),
  );
  await finishRun(database, run.id, { documents, now: now(), manifest });
  context.log.info({ runId: run.id, ...window, documents, relations: relations.length }, 'mined relations');
  const moved = trends.filter(({ q }) => q <= falseDiscoveries).length;
  return { runId: run.id, ...window, documents, relations: relations.length, moved };
}

/** What moved on the night's day, and in the week up to it. */
function nightTrends(
  daily: DailyCounts,
  { day }: RunWindow,
  { pastDays, pastWeeks }: NightlyPipeline['trends'],
): Trend[] {
  return day === null ? [] : [...trendsOfDay(daily, day, pastDays), ...trendsOfWeek(daily, day, pastWeeks)];
}

/**
 * Mines again when the store has grown enough since the last run that its relations no longer speak for it, when people have
 * corrected texts, or when another version has analysed them since. Waits while two versions are mixed.
 * @param understood texts that a model reads, of the whole store.
 */
export async function refreshRelations(context: NightContext, understood: number): Promise<boolean> {
  const { database, models, pipelines } = context;
  const { growth, hours, windowDays } = pipelines.nightly.refresh;
  const last = await latestRun(database, windowDays === null ? 'store' : 'night');
  const seen = last?.storeDocuments ?? 0;
  const isOther = last !== null && !isDeepStrictEqual(last.versions, models.versions);
  const isCorrected = last !== null && (await correctedSince(database, last.startedAt));
  if (!isOther && !isCorrected && understood <= seen) return false;
  const ageHours = last?.endedAt ? (context.now().getTime() - last.endedAt.getTime()) / 3_600_000 : Infinity;
  const isDue = isOther || understood >= seen * (1 + growth) || ageHours >= hours;
  if (!isDue || (await countStale(database, models.versions)) > 0) return false;
  return mineUnlessUnderWay(context, windowDays);
}

/** A night that is under way leaves nothing to be mined between nights. */
async function mineUnlessUnderWay(context: NightContext, windowDays: number | null): Promise<boolean> {
  try {
    await mineRelations(context, { windowDays });
    // Whoever has just brought the first texts finds a report of their last day, too.
    if ((await latestRun(context.database, 'night')) === null) await mineRelations(context);
    return true;
  } catch (error) {
    if (error instanceof NightUnderWay) return false;
    throw error;
  }
}
