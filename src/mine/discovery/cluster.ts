import { createRandom } from '../../stats/random.ts';
import { closeness, type SparseVector } from './vectors.ts';

export interface ClusterSettings {
  /** A cluster of fewer texts is none. */
  minimumTexts: number;
  mostTopics: number;
  /** Cosine with the centre from which on a text belongs. */
  closeness: number;
  /** Cosine of two centres from which on they are one. */
  merge: number;
  seed: number;
}

/** Texts by place, the closest to the centre first, and the centre. */
export interface Cluster {
  members: { text: number; closeness: number }[];
  centre: Float64Array;
}

const rounds = 12;

/**
 * Spherical k-means (I. Dhillon and D. Modha, Machine Learning 42, 2001) from seeded far-apart starts, after which centres
 * that are nearly one are joined, texts that are near none are let go, and what is too small falls away. The same vectors
 * in the same order, with the same seed, give the same clusters; equal vectors share a cluster.
 * @param weights of the vectors: how many texts read the same.
 * @returns the heaviest first.
 */
export function cluster(
  vectors: readonly SparseVector[],
  weights: readonly number[],
  width: number,
  settings: ClusterSettings,
): Cluster[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const wanted = Math.min(settings.mostTopics, Math.floor(total / settings.minimumTexts));
  let centres = farApart(vectors, weights, width, wanted, settings.seed);
  for (let round = 0; round < rounds; round++) {
    const near = nearest(vectors, centres, settings.closeness / 2);
    centres = centresOf(vectors, weights, width, near, centres.length);
  }
  centres = joined(centres, settings.merge);
  for (let round = 0; round < 3; round++) {
    centres = centresOf(vectors, weights, width, nearest(vectors, centres, settings.closeness), centres.length);
  }
  const near = nearest(vectors, centres, settings.closeness);
  return centres
    .map((centre, place): Cluster => {
      const members = near.flatMap((at, text) =>
        at === place ? [{ text, closeness: closeness(vectors[text]!, centre) }] : [],
      );
      return {
        members: members.sort((one, other) => other.closeness - one.closeness || one.text - other.text),
        centre,
      };
    })
    .filter((found) => weightOf(found, weights) >= settings.minimumTexts)
    .sort(
      (one, other) =>
        weightOf(other, weights) - weightOf(one, weights) || one.members[0]!.text - other.members[0]!.text,
    );
}

const weightOf = ({ members }: Cluster, weights: readonly number[]): number =>
  members.reduce((sum, { text }) => sum + weights[text]!, 0);

/** Starts by k-means++ (D. Arthur and S. Vassilvitskii, 2007): each the likelier, the further it is from those before. */
function farApart(
  vectors: readonly SparseVector[],
  weights: readonly number[],
  width: number,
  wanted: number,
  seed: number,
): Float64Array[] {
  const random = createRandom(seed);
  const distance = vectors.map(({ columns }, text) => (columns.length > 0 ? weights[text]! : 0));
  const far = vectors.map(() => 1);
  const centres: Float64Array[] = [];
  while (centres.length < wanted) {
    const chances = distance.map((weight, text) => weight * far[text]!);
    const sum = chances.reduce((one, other) => one + other, 0);
    if (!(sum > 1e-9)) break;
    let left = random.next() * sum;
    const chosen = chances.findIndex((chance) => {
      left -= chance;
      return left < 0 && chance > 0;
    });
    if (chosen < 0) break;
    const centre = new Float64Array(width);
    for (const [at, column] of vectors[chosen]!.columns.entries()) centre[column] = vectors[chosen]!.values[at]!;
    centres.push(centre);
    for (const [text, vector] of vectors.entries()) {
      far[text] = Math.min(far[text]!, Math.max(0, 1 - closeness(vector, centre)));
    }
  }
  return centres;
}

/** The nearest centre of each text; −1 where none is as close as asked. */
function nearest(vectors: readonly SparseVector[], centres: readonly Float64Array[], least: number): number[] {
  return vectors.map((vector) => {
    let [best, at] = [least, -1];
    for (const [place, centre] of centres.entries()) {
      const near = closeness(vector, centre);
      if (near > best) [best, at] = [near, place];
    }
    return at;
  });
}

function centresOf(
  vectors: readonly SparseVector[],
  weights: readonly number[],
  width: number,
  near: readonly number[],
  count: number,
): Float64Array[] {
  const centres = Array.from({ length: count }, () => new Float64Array(width));
  for (const [text, place] of near.entries()) {
    if (place < 0) continue;
    const { columns, values } = vectors[text]!;
    for (let at = 0; at < columns.length; at++) centres[place]![columns[at]!]! += weights[text]! * values[at]!;
  }
  return centres.map(unit).filter((centre): centre is Float64Array => centre !== null);
}

function unit(centre: Float64Array): Float64Array | null {
  const length = Math.sqrt(centre.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? centre.map((value) => value / length) : null;
}

function joined(centres: readonly Float64Array[], merge: number): Float64Array[] {
  const kept: Float64Array[] = [];
  for (const centre of centres) {
    const same = kept.findIndex((other) => other.reduce((sum, value, at) => sum + value * centre[at]!, 0) >= merge);
    if (same < 0) kept.push(centre);
    else kept[same] = unit(kept[same]!.map((value, at) => value + centre[at]!)) ?? kept[same]!;
  }
  return kept;
}
