import type { Examples } from './examples.ts';
import type { SparseRow } from './fit/csr.ts';
import { joinParts } from './fit/features.ts';
import { dealFolds } from './fit/folds.ts';
import { type Features, type Trained, trainExpert } from './fit/train-expert.ts';
import { createVectorizer } from './grams/vectorizer.ts';
import { fitVocabulary, type VocabularyLimits } from './grams/vocabulary.ts';
import type { Embedder, TrainedModel } from './model.ts';
import { poolExperts } from './pool-experts.ts';
import type { ExpertName, TrainingSettings } from './settings.ts';

/** Told how much of the work is done, in parts of about equal length. May wait, to let others work. */
export type OnProgress = (done: number, total: number) => void | Promise<void>;

/** Weights of more numbers than these do not fit into memory while they are fitted. */
const mostWeights = 20_000_000;

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
  const names: ExpertName[] = embedder ? ['words', 'counts', 'joint', 'embeddings'] : ['words', 'counts'];
  const foldCount = examples.texts.length < settings.folds.manyTexts ? settings.folds.few : settings.folds.many;
  // Two costs are tried, as a rule.
  const fits = names.length * (foldCount + 2);
  const vocabulary = fitVocabulary(examples.texts, gramLimits(examples, settings));
  const vectorizer = createVectorizer(vocabulary);
  const grams = examples.texts.map((text) => vectorizer.toRow(text));
  // Embedding takes about as long as all fits.
  const share = fits / examples.texts.length;
  const total = embedder ? 2 * fits : fits;
  const vectors = (await embedder?.embed(examples.texts, (done) => onProgress(done * share, total))) ?? null;
  const groups = examples.truths.map((truth) => truth.join());
  const folds = dealFolds(groups, foldCount, settings.seed);
  let done = total - fits;
  const trained: Trained[] = [];
  for (const name of names) {
    const features = featuresOf(name, grams, vectorizer.width, vectors, settings);
    const { costs } = settings.experts[name];
    const onFit = async () => onProgress(Math.min(++done, total), total);
    trained.push(await trainExpert(examples, features, folds, costs, settings, onFit));
  }
  return {
    labels: examples.labels,
    counts: examples.counts,
    multi: examples.multi,
    examples: examples.texts.length,
    vocabulary,
    ...poolExperts(examples, names, trained, vectorizer.width, settings),
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
  const embedded = name === 'joint' || name === 'embeddings';
  const rows = grams.map((row, at) =>
    joinParts({
      grams: width === 0 ? null : row,
      width,
      dense: embedded ? vectors![at]! : null,
      scale: settings.embedding,
    }),
  );
  return { rows, width: width + 1 + (embedded ? vectors![0]!.length : 0), counted: name === 'counts' };
}
