import { createHash } from 'node:crypto';
import { compiledUrl } from '../../compiled.ts';
import type { Context } from '../../context.ts';
import type { PastComplaint } from '../../route/learned/backtest.ts';
import { costAt } from '../../route/learned/cost-curve.ts';
import type { JudgedRoute } from '../../route/learned/judged-route.ts';
import { unpackQuality } from '../../route/learned/model-quality.ts';
import { addAuditEvent } from '../../store/audit/add-audit-event.ts';
import { closedCases } from '../../store/routing/closed-cases.ts';
import {
  addRoutingModel,
  listRoutingModels,
  type RoutingModel,
  setModelState,
} from '../../store/routing/routing-models.ts';
import { runInThread } from '../night/run-in-thread.ts';
import { openRoutingModel, suggest } from './advisor.ts';
import type { LearnedRouting } from './learn-routing.ts';
import type { LearnTask } from './learn-thread.ts';

type RetrainContext = Pick<Context, 'database' | 'pipelines' | 'routing' | 'config' | 'log' | 'now'>;

/** What a night's learning came to. */
export interface Retrained {
  model: number;
  /** Whether it routes now, since it costs less on the latest complaints than the one before. */
  promoted: boolean;
}

/** Fewer new cases than this share of what the latest model learned from teach nothing new. */
const growth = 0.1;

/**
 * Learns anew from closed cases, where there are enough new ones, and lets what was learned route where it costs less. Both
 * are judged on the same latest complaints: the new one by its replay, which had not seen them; the live one may have seen
 * some, which only makes it harder to replace. @returns null where there was nothing to do.
 */
export async function retrainRouting(context: RetrainContext): Promise<Retrained | null> {
  const { database, pipelines, routing, log, now } = context;
  const history: PastComplaint[] = [];
  const hash = createHash('sha256');
  for await (const { text, team } of closedCases(database, { except: routing.triage })) {
    hash.update(JSON.stringify([text, team]));
    history.push({ text, team });
  }
  const models = await listRoutingModels(database);
  const enough = Math.max(pipelines.quality.routing.fewestExamples, (models[0]?.examples ?? 0) * (1 + growth));
  if (history.length < enough) return null;
  const task: LearnTask = {
    ...{ history, training: pipelines.training, quality: pipelines.quality, dataDir: context.config.dataDir },
    source: { name: 'closed cases', sha256: hash.digest('hex') },
  };
  const learned = await runInThread<LearnTask, LearnedRouting>(compiledUrl('./learn-thread.js', import.meta.url), task);
  const model = await addRoutingModel(database, learned, learned.files, now());
  const live = models.find(({ state }) => state === 'live');
  const promoted = live !== undefined && (await costsLess(context, learned, live, history));
  if (promoted) await promote(context, model);
  log.info({ model, promoted, examples: history.length }, 'learned routing anew');
  return { model, promoted };
}

/** Whether the new model costs less than the live one on the latest part of history. */
async function costsLess(
  context: RetrainContext,
  learned: LearnedRouting,
  live: RoutingModel,
  history: PastComplaint[],
): Promise<boolean> {
  const { backtestParts, costs } = context.pipelines.quality.routing;
  const { confidence } = context.pipelines.quality;
  const latest = history.slice(Math.floor((history.length * (backtestParts - 1)) / backtestParts));
  const classifier = await openRoutingModel(context, live.id);
  const suggestions = await suggest(
    classifier,
    latest.map(({ text }) => text),
    context.routing,
  );
  const before = latest.map(({ team }, at): JudgedRoute => ({ truth: team, suggestions: suggestions[at]! }));
  const after = unpackQuality(learned.quality).slice(-latest.length);
  const cost = (judged: JudgedRoute[], threshold: number) => costAt(judged, threshold, costs, confidence).cost;
  return cost(after, learned.threshold) < cost(before, live.threshold);
}

async function promote({ database, now }: RetrainContext, model: number): Promise<void> {
  await database.transaction(async (tx) => {
    await setModelState(tx, model, 'live', now());
    const entry = { actor: { userId: null, name: 'earshot' }, action: 'made live', subject: `routing model ${model}` };
    await addAuditEvent(tx, entry, now());
  });
}
