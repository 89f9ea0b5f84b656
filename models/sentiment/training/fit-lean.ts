import { type Csr, type SparseRow, stackRows } from '../../../src/classify/learn/fit/csr.ts';
import { fitWeights } from '../../../src/classify/learn/fit/fit-weights.ts';
import { createSoftmaxStep } from '../../../src/classify/learn/fit/softmax-step.ts';
import { lengthScale, level, plain } from '../../../src/classify/sentiment/lean.ts';
import type { Example } from './sets/examples.ts';

/** An example as the rules read it. */
export interface ReadExample extends Example {
  pieces: string[];
  /** The sum of its cues. */
  cues: number;
}

export interface LeanOptions {
  /** A gram in fewer texts, or in fewer kinds of text that feel, is left out: what is in one kind only is its topic. */
  fewestTexts: number;
  fewestKinds: number;
  cost: number;
  passes: number;
  seed: number;
}

/** Sums beyond this tell no more. */
const largestSum = 5;
const feelings = [-1, 0, 1] as const;

/**
 * Fits what words say beside the cues: a softmax over negative, neutral and positive on grams and the sum of the cues, each
 * kind of text and each feeling counting alike. A gram's weight is what it adds to positive over negative, in units of the
 * sum of the cues.
 */
export function fitLean(examples: ReadExample[], options: LeanOptions): Map<string, number> {
  const columns = countGrams(examples, options);
  const known = examples.filter(({ pieces }) => [...gramsOf(pieces)].some((gram) => columns.has(gram)));
  const matrix = toMatrix(known, columns);
  const truths = Int32Array.from(known, ({ feeling }) => feelings.indexOf(feeling));
  const settled = new Float32Array(known.length * feelings.length);
  for (const [row, truth] of truths.entries()) settled[row * feelings.length + truth] = 1;
  const { cost, passes, seed } = options;
  const step = createSoftmaxStep(feelings.length, truths);
  const weights = fitWeights(matrix, feelings.length, settled, balance(known), step, {
    cost,
    passes,
    tolerance: 0.001,
    negligible: 0.01,
    seed,
  });
  const rise = (column: number) => weights[column * feelings.length + 2]! - weights[column * feelings.length]!;
  const exchange = rise(columns.size);
  const grams = new Map([...columns].map(([gram, column]) => [gram, rise(column) / exchange]));
  return grams.set(level, -medianLean(grams, known));
}

/** Where the lean of texts without feeling lies. */
function medianLean(grams: Map<string, number>, examples: ReadExample[]): number {
  const leans = examples
    .filter(({ feeling }) => feeling === 0)
    .map(({ pieces }) => {
      const sum = [...gramsOf(pieces)].reduce((total, gram) => total + (grams.get(gram) ?? 0), 0);
      return sum / lengthScale(pieces.length);
    })
    .sort((a, b) => a - b);
  return leans[Math.floor(leans.length / 2)] ?? 0;
}

/** Words that go with every feeling; that long texts have more of them, and are more often complaints, is no reason. */
const everywhere = new Set(
  (
    'the a an and or to of for in on at by with from as is are was were be been being am have has had do does did done i you he ' +
    'she it we they my your our their his her its this that these those me us them him there here what which who when where how ' +
    "'s 'm 're 've 'd 'll will can im ive so then also any all some one get got go going went into out up about"
  ).split(' '),
);
const word = /^[\p{L}'’#-]*[\p{L}#][\p{L}'’#-]*$/u;

/** The grams of a text, each once: its words, and its words two by two where no mark stands between. */
export function gramsOf(pieces: readonly string[]): Set<string> {
  const grams = new Set<string>();
  let before: string | null = null;
  for (const raw of pieces) {
    const piece = plain(raw);
    const isWord = word.test(piece);
    const isPlain = everywhere.has(piece);
    if (isWord && !isPlain) grams.add(piece);
    if (isWord && before !== null && !(isPlain && everywhere.has(before))) grams.add(`${before} ${piece}`);
    before = isWord ? piece : null;
  }
  return grams;
}

function countGrams(examples: ReadExample[], { fewestTexts, fewestKinds }: LeanOptions): Map<string, number> {
  const seen = new Map<string, { texts: number; kinds: Set<string> }>();
  for (const { pieces, kind, feeling } of examples) {
    for (const gram of gramsOf(pieces)) {
      const entry = seen.get(gram) ?? { texts: 0, kinds: new Set() };
      seen.set(gram, entry);
      entry.texts += 1;
      if (feeling !== 0) entry.kinds.add(kind);
    }
  }
  const kept = [...seen].filter(([, { texts, kinds }]) => texts >= fewestTexts && kinds.size >= fewestKinds);
  return new Map(
    kept
      .map(([gram]) => gram)
      .sort()
      .map((gram, column) => [gram, column]),
  );
}

/** A row holds its grams and the sum of its cues. Without a constant, ordinary words say how much is neutral. */
function toMatrix(examples: ReadExample[], columns: Map<string, number>): Csr {
  const rows = examples.map(({ pieces, cues }): SparseRow => {
    const known = [...gramsOf(pieces)].flatMap((gram) => columns.get(gram) ?? []);
    const value = 1 / lengthScale(pieces.length);
    const sum = Math.max(-largestSum, Math.min(largestSum, cues));
    return {
      columns: Int32Array.from([...known, columns.size]),
      values: Float32Array.from([...known.map(() => value), sum]),
    };
  });
  return stackRows(rows, columns.size + 1);
}

/** Row weights of mean 1: every feeling of every kind of text counts by the root of its size, each feeling alike on the whole. */
function balance(examples: ReadExample[]): Float64Array {
  const groups = new Map<string, number>();
  const key = ({ kind, feeling }: Example) => `${kind} ${feeling}`;
  for (const example of examples) groups.set(key(example), (groups.get(key(example)) ?? 0) + 1);
  const totals = new Map<number, number>();
  for (const [group, size] of groups) {
    const feeling = Number(group.split(' ').at(-1));
    totals.set(feeling, (totals.get(feeling) ?? 0) + Math.sqrt(size));
  }
  const weights = Float64Array.from(examples, (example) => {
    return 1 / Math.sqrt(groups.get(key(example))!) / totals.get(example.feeling)!;
  });
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
}
