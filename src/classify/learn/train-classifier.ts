import type { Examples } from './examples.ts';
import type { SparseRow } from './fit/csr.ts';
import { joinParts } from './fit/features.ts';
import { dealFolds } from './fit/folds.ts';
import { type Features, type Trained, trainExpert } from './fit/train-expert.ts';
import { createVectorizer } from './grams/vectorizer.ts';
import { fitVocabulary, type VocabularyLimits } from './grams/vocabulary.ts';
import type { Embedder, Pool, TrainedModel } from './model.ts';
import { type Decision, decide } from './quality/decide.ts';
import { type Judged, measure } from './quality/measure.ts';
import { fitShares, poolScores } from './quality/pool.ts';
import type { ExpertName, TrainingSettings } from './settings.ts';
import { cascadeThreshold, quantileScore } from './thresholds.ts';

/** Told how much of the work is done, in parts of about equal length. May wait, to let others work. */
export type OnProgress = (done: number, total: number) => void | Promise<void>;

/** Weights of more numbers than these do not fit into memory while they are fitted. */
const mostWeights = 40_000_000;

/**
 * Trains a classifier: words alone, or words and embeddings together. The same examples in any order give the same model,
 * byte for byte; so do labels of other names, but for the names.
 * @param examples as `arrangeExamples` makes them.
 * @param embedder null for words alone.
 */
export async function trainClassifier(
  examples: Examples,
  settings: TrainingSettings,
  embedder: Embedder | null,
  onProgress: OnProgress = () => {},
): Promise<TrainedModel> {
  const names: ExpertName[] = embedder ? ['words', 'joint', 'embeddings'] : ['words'];
  // Two costs are tried, as a rule.
  const fits = names.length * (settings.folds + 2);
  const vocabulary = fitVocabulary(examples.texts, gramLimits(examples, settings));
  const vectorizer = createVectorizer(vocabulary);
  const grams = examples.texts.map((text) => vectorizer.toRow(text));
  // Embedding takes about as long as all fits.
  const share = fits / examples.texts.length;
  const total = embedder ? 2 * fits : fits;
  const vectors = (await embedder?.embed(examples.texts, (done) => onProgress(done * share, total))) ?? null;
  const groups = examples.truths.map((truth) => truth.join());
  const folds = dealFolds(groups, settings.folds, settings.seed);
  let done = total - fits;
  const trained: Trained[] = [];
  for (const name of names) {
    const features = featuresOf(name, grams, vectorizer.width, vectors, settings);
    const { costs } = settings.experts[name];
    trained.push(
      await trainExpert(examples, features, folds, costs, settings, async () =>
        onProgress(Math.min(++done, total), total),
      ),
    );
  }
  return {
    labels: examples.labels,
    counts: examples.counts,
    multi: examples.multi,
    examples: examples.texts.length,
    vocabulary,
    experts: names.map((name, at) => ({
      name,
      cost: trained[at]!.cost,
      weights: trained[at]!.weights,
      embedding: settings.experts[name].embedding,
    })),
    ...weighExperts(
      examples,
      trained.map(({ heldOut }) => heldOut),
      settings,
    ),
    embedder: embedder && { name: embedder.name, sha256: embedder.sha256, width: embedder.width },
    settings,
  };
}

function gramLimits({ texts, labels }: Examples, { grams }: TrainingSettings): VocabularyLimits {
  return {
    minimumTexts: texts.length < grams.fewTexts ? grams.few : grams.minimumTexts,
    largest: Math.min(grams.largest, Math.floor(mostWeights / labels.length)),
  };
}

function featuresOf(
  name: ExpertName,
  grams: SparseRow[],
  gramWidth: number,
  vectors: Float32Array[] | null,
  settings: TrainingSettings,
): Features {
  const width = name === 'embeddings' ? 0 : gramWidth;
  const scale = settings.experts[name].embedding;
  const rows = grams.map((row, at) =>
    joinParts({
      grams: width === 0 ? null : row,
      width,
      dense: scale === 0 ? null : vectors![at]!,
      scale,
    }),
  );
  return { rows, width: width + 1 + (scale === 0 ? 0 : vectors![0]!.length) };
}

type Weighed = Pick<TrainedModel, 'byWords' | 'byAll' | 'cascadeFrom' | 'quality'>;

/** From scores of what was held out: the experts' shares, the thresholds, and how good each pool is. */
function weighExperts(examples: Examples, heldOut: Float32Array[], settings: TrainingSettings): Weighed {
  const weigh = (scores: Float32Array[]) => {
    const { shares } = fitShares(scores, examples);
    const decisions = decideAll(poolScores(scores, shares), examples);
    const abstainBelow = quantileScore(decisions, settings.abstainShare);
    const pool: Pool = { shares: heldOut.map((_, at) => shares[at] ?? 0), abstainBelow };
    const judged = decisions.map((decision, row) => judge(decision, examples.truths[row]!, abstainBelow));
    return { pool, decisions, judged, quality: measure(judged, examples.labels) };
  };
  const words = weigh(heldOut.slice(0, 1));
  if (heldOut.length === 1) {
    return { byWords: words.pool, byAll: null, cascadeFrom: 0, quality: { words: words.quality, all: null } };
  }
  const all = weigh(heldOut);
  return {
    byWords: words.pool,
    byAll: all.pool,
    cascadeFrom: cascadeThreshold(words.judged, all.judged, settings.cascadeKeeps),
    quality: { words: words.quality, all: all.quality },
  };
}

function decideAll(z: Float32Array, { labels, multi, texts }: Examples): Decision[] {
  return texts.map((_, row) => decide(z.subarray(row * labels.length, (row + 1) * labels.length), multi));
}

function judge({ given, score }: Decision, truth: number[], abstainBelow: number): Judged {
  return { truth, given, score, abstained: score < abstainBelow };
}
