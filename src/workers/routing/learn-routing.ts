import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClassify } from '../../classify/learn/classifier.ts';
import { arrangeExamples } from '../../classify/learn/examples.ts';
import type { Embedder } from '../../classify/learn/model.ts';
import type { Prediction } from '../../classify/learn/prediction.ts';
import type { TrainingSettings } from '../../classify/learn/settings.ts';
import { trainClassifier } from '../../classify/learn/train-classifier.ts';
import { type ExampleSource, writeClassifier } from '../../models/classifier-folder.ts';
import type { QualityPipeline } from '../../pipeline.ts';
import { backtest, type PastComplaint, type Suggest } from '../../route/learned/backtest.ts';
import { costCurve } from '../../route/learned/cost-curve.ts';
import type { JudgedRoute } from '../../route/learned/judged-route.ts';
import { type ModelQuality, packQuality } from '../../route/learned/model-quality.ts';
import type { Suggestion } from '../../types.ts';

/** A model that routes, and what it was measured to be: as the store keeps it. */
export interface LearnedRouting {
  source: string;
  examples: number;
  threshold: number;
  quality: ModelQuality;
  /** The files of the classifier's folder. */
  files: Map<string, Uint8Array>;
}

export interface LearnOptions {
  training: TrainingSettings;
  quality: QualityPipeline;
  /** Null to learn from words alone. */
  embedder: Embedder | null;
  source: ExampleSource;
  /** Told of the trainings that are done, of all. May wait, to let others work. */
  onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** A threshold that no score reaches but certainty itself. */
const never = 1;

/**
 * Replays history forward in time.
 * @param history in the order of time.
 * @throws Error where it is too short, or knows one team only.
 */
export function replayHistory(
  history: PastComplaint[],
  { training, quality, embedder, onProgress }: LearnOptions,
): Promise<JudgedRoute[]> {
  requireExamples(history, quality);
  const { backtestParts } = quality.routing;
  return backtest(
    history,
    backtestParts,
    (past) => learn(past, training, embedder),
    (done) => onProgress?.(done, backtestParts),
  );
}

/** Learns from all of history, measured by a replay of it, with the threshold of least cost. @throws as `replayHistory`. */
export async function learnRouting(history: PastComplaint[], options: LearnOptions): Promise<LearnedRouting> {
  const { quality, training, embedder, source, onProgress } = options;
  const judged = await replayHistory(history, options);
  const { best } = costCurve(judged, quality.routing.costs, quality.confidence);
  const model = await trainClassifier(arrangeExamples(history.map(toExample), false), training, embedder);
  await onProgress?.(quality.routing.backtestParts, quality.routing.backtestParts);
  const folder = await mkdtemp(join(tmpdir(), 'earshot-routing-'));
  try {
    await writeClassifier(join(folder, 'routing'), model, [source]);
    return {
      source: source.name,
      examples: history.length,
      threshold: Number.isFinite(best.threshold) ? best.threshold : never,
      quality: packQuality(judged),
      files: await readFolder(join(folder, 'routing')),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function learn(past: PastComplaint[], training: TrainingSettings, embedder: Embedder | null): Promise<Suggest> {
  const teams = new Set(past.map(({ team }) => team));
  // A history that begins with one team only can suggest nothing but that.
  const [only] = teams;
  if (teams.size < 2) return async (texts) => texts.map(() => (only === undefined ? [] : [{ team: only, score: 1 }]));
  const model = await trainClassifier(arrangeExamples(past.map(toExample), false), training, embedder);
  const classify = createClassify(model, embedder);
  return async (texts) => (await classify(texts)).map(suggestionsOf);
}

/** What a classifier whose labels are teams suggests, the likeliest first. */
export function suggestionsOf({ label, score, alternatives }: Prediction): Suggestion[] {
  const first = label === null ? [] : [{ team: label, score }];
  return [...first, ...alternatives.map((other) => ({ team: other.label, score: other.score }))];
}

function toExample({ text, team }: PastComplaint) {
  return { text, labels: [team] };
}

function requireExamples(history: PastComplaint[], { routing }: QualityPipeline): void {
  if (history.length >= routing.fewestExamples) return;
  throw new Error(
    `There are ${history.length} complaints with a department to learn from; it takes ${routing.fewestExamples} ` +
      '(fewestExamples in pipelines/quality.ts). Close cases as you mend them, or name a file of history with --data.',
  );
}

async function readFolder(folder: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const name of (await readdir(folder)).sort()) files.set(name, await readFile(join(folder, name)));
  return files;
}
