import type { SparseRow } from './fit/csr.ts';
import { joinParts } from './fit/features.ts';
import { addScores } from './fit/quantize.ts';
import { createVectorizer } from './grams/vectorizer.ts';
import type { Embedder, Scorer, TrainedModel } from './model.ts';
import type { Prediction } from './prediction.ts';
import { type Decision, decide } from './quality/decide.ts';
import { createWordWeighing } from './weigh-words.ts';

/** When the embeddings are asked: for every text, only where words alone are unsure (the cascade), or never. */
export type Asking = 'always' | 'unsure' | 'never';

/** @returns a prediction for each text, in order. */
export type Classify = (texts: string[]) => Promise<Prediction[]>;

/** Labels told beside the one given. */
const alternatives = 3;

/**
 * A trained model, ready to classify.
 * @param embedder the one that the model was trained with, or null: then words alone decide, whatever `asking` says.
 */
export function createClassify(model: TrainedModel, embedder: Embedder | null, asking: Asking = 'always'): Classify {
  const vectorizer = createVectorizer(model.vocabulary);
  const weighWords = createWordWeighing(vectorizer);
  const score = createScoring(model, vectorizer.width);
  const { byAll } = model;
  const wanted = (decision: Decision): boolean =>
    byAll !== null &&
    embedder !== null &&
    asking !== 'never' &&
    (asking === 'always' || decision.score < model.cascadeFrom);

  return async (texts) => {
    const grams = texts.map(vectorizer.toRow);
    const byWords = grams.map((row) => score(row, null, model.byWords));
    const asked = byWords.flatMap((decision, at) => (wanted(decision) ? [at] : []));
    const vectors = asked.length > 0 ? await embedder!.embed(asked.map((at) => texts[at]!)) : [];
    const byBoth = new Map(asked.map((at, i) => [at, score(grams[at]!, vectors[i]!, byAll!)]));
    return texts.map((text, at) => {
      const both = byBoth.get(at);
      const decision = both ?? byWords[at]!;
      const likeliest = order(decision);
      const words = weighWords(text, grams[at]!, (both ? byAll! : model.byWords).weights, likeliest[0]!);
      return {
        ...tell(model, decision, likeliest, both ? byAll! : model.byWords),
        words,
        by: both ? 'words+embeddings' : 'words',
      };
    });
  };
}

/** What a scorer makes of a text. */
function createScoring({ labels, multi, settings }: TrainedModel, gramWidth: number) {
  return (grams: SparseRow, vector: Float32Array | null, { weights }: Scorer): Decision => {
    const z = new Float64Array(labels.length);
    addScores(weights, joinParts({ grams, width: gramWidth, dense: vector, scale: settings.embedding }), z);
    return decide(z, multi);
  };
}

function order({ probabilities }: Decision): number[] {
  return Array.from(probabilities.keys()).sort((a, b) => probabilities[b]! - probabilities[a]! || a - b);
}

function tell(model: TrainedModel, { given, score, probabilities }: Decision, likeliest: number[], scorer: Scorer) {
  const labels = likeliest.filter((k) => given.includes(k)).map((k) => model.labels[k]!);
  return {
    label: labels[0] ?? null,
    labels,
    score,
    alternatives: likeliest
      .filter((k) => !given.includes(k))
      .slice(0, alternatives)
      .map((k) => ({ label: model.labels[k]!, score: probabilities[k]! })),
    abstained: score < scorer.abstainBelow,
  };
}
