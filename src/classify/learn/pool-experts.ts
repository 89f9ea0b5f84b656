import type { Examples } from './examples.ts';
import { quantize, type Weights } from './fit/quantize.ts';
import type { Trained } from './fit/train-expert.ts';
import type { TrainedModel } from './model.ts';
import { type Decision, decide } from './quality/decide.ts';
import { type Judged, measure } from './quality/measure.ts';
import { fitShares, poolScores } from './quality/pool.ts';
import type { ExpertName, TrainingSettings } from './settings.ts';
import { cascadeThreshold, quantileScore } from './thresholds.ts';

type Pooled = Pick<TrainedModel, 'experts' | 'byWords' | 'byAll' | 'cascadeFrom' | 'quality'>;

/** Makes one scorer of words and one of words and embeddings from experts, by their scores of what was held out. */
export function poolExperts(
  examples: Examples,
  names: ExpertName[],
  trained: Trained[],
  gramWidth: number,
  settings: TrainingSettings,
): Pooled {
  const pool = (members: ExpertName[]) => {
    const own = members.map((name) => trained[names.indexOf(name)]!);
    const scores = own.map(({ heldOut }) => heldOut);
    const { shares } = fitShares(scores, examples);
    const decisions = decideAll(poolScores(scores, shares), examples);
    const abstainBelow = quantileScore(decisions, settings.abstainShare);
    const judged = decisions.map((decision, row) => judge(decision, examples.truths[row]!, abstainBelow));
    const parts = own.map(({ weights }, at) => ({ name: members[at]!, weights, share: shares[at]! }));
    const weights = addWeights(parts, examples.labels.length, gramWidth);
    return { shares, judged, quality: measure(judged, examples.labels), scorer: { weights, abstainBelow } };
  };
  const words = pool(['words', 'counts']);
  const all = names.length > 2 ? pool(names) : null;
  return {
    experts: names.map((name, at) => ({
      name,
      cost: trained[at]!.cost,
      byWords: words.shares[at] ?? 0,
      byAll: all?.shares[at] ?? 0,
    })),
    byWords: words.scorer,
    byAll: all?.scorer ?? null,
    cascadeFrom: all ? cascadeThreshold(words.judged, all.judged, settings.cascadeKeeps) : 0,
    quality: { words: words.quality, all: all?.quality ?? null },
  };
}

/** Σ share·weights, each expert's columns where they belong: grams, the constant, the embedding. */
function addWeights(
  parts: { name: ExpertName; weights: Float32Array; share: number }[],
  labels: number,
  gramWidth: number,
): Weights {
  const placed = parts.map((part) => ({ ...part, from: part.name === 'embeddings' ? gramWidth * labels : 0 }));
  const sum = new Float32Array(Math.max(...placed.map(({ from, weights }) => from + weights.length)));
  for (const { from, weights, share } of placed) {
    for (let at = 0; at < weights.length; at += 1) sum[from + at]! += share * weights[at]!;
  }
  return quantize(sum, labels);
}

function decideAll(z: Float32Array, { labels, multi, texts }: Examples): Decision[] {
  return texts.map((_, row) => decide(z.subarray(row * labels.length, (row + 1) * labels.length), multi));
}

function judge({ given, score }: Decision, truth: number[], abstainBelow: number): Judged {
  return { truth, given, score, abstained: score < abstainBelow };
}
