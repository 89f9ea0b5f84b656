/** Trained weights by their pieces: a word, and under it the words that may follow it. */
export type LeanWeights = Map<string, LeanNode>;

interface LeanNode {
  weight: number;
  next: Map<string, number> | null;
}

const header = 'gram\tweight';
/** Stands for no gram: what is added to the lean of every text, so that texts without feeling lean nowhere. */
export const level = '*';
/** Weights are stored as whole numbers of this. */
export const unit = 0.01;
/**
 * What a lean may add to the sum of the cues: enough to tip what the rules leave open, too little to be more than neutral by
 * itself (0.45) or to outweigh a plain word.
 */
export const mostLean = 0.4;

/**
 * Reads trained weights: a tab-separated table with the header `gram`, `weight`. A gram is one piece or two with a space
 * between; its weight is a whole number of hundredths of what a cue weighs.
 * @throws Error that names the line.
 */
export function parseLean(text: string): LeanWeights {
  const weights: LeanWeights = new Map();
  const lines = text.split(/\r?\n/);
  if (lines[0] !== header) {
    throw new Error(`Trained weights begin with the line "gram<tab>weight"; these begin with "${lines[0]}".`);
  }
  for (const [index, line] of lines.slice(1).entries()) {
    if (line === '') continue;
    const [gram, value] = line.split('\t');
    const weight = Number(value) * unit;
    if (!gram || !value || !Number.isFinite(weight)) {
      throw new Error(`Line ${index + 2} of the trained weights is "${line}"; it should be a gram and a number.`);
    }
    addGram(weights, gram, weight);
  }
  return weights;
}

/** The other way round, sorted by gram: what `parseLean` reads. */
export function formatLean(grams: ReadonlyMap<string, number>): string {
  const lines = [...grams].map(([gram, weight]): [string, number] => [gram, Math.round(weight / unit)]);
  const kept = lines.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[header, ...kept.map(([gram, weight]) => `${gram}\t${weight}`)].join('\n')}\n`;
}

/** What the words of a text lean to beside its cues: 0 where none is known, bounded so that it only ever tips the balance. */
export function readLean(pieces: readonly string[], weights: LeanWeights): number {
  let sum = 0;
  let before: Map<string, number> | null = null;
  for (const raw of pieces) {
    const piece = plain(raw);
    if (before !== null) sum += before.get(piece) ?? 0;
    const node = weights.get(piece);
    if (node) sum += node.weight;
    before = node?.next ?? null;
  }
  if (sum === 0) return 0;
  const lean = sum / lengthScale(pieces.length) + (weights.get(level)?.weight ?? 0);
  return Math.max(-mostLean, Math.min(mostLean, lean));
}

/** Long texts hold more words: their sum is divided by the root of the length, in training as here. */
export function lengthScale(pieces: number): number {
  return Math.sqrt(pieces + 1);
}

/** Numbers are all alike, and so are the ways to say no. */
export function plain(piece: string): string {
  if (piece === "n't") return 'not';
  const first = piece.charCodeAt(0);
  return first >= 48 && first <= 57 ? '#' : piece;
}

function addGram(weights: LeanWeights, gram: string, weight: number): void {
  const [first = '', second] = gram.split(' ');
  const node = weights.get(first) ?? { weight: 0, next: null };
  weights.set(first, node);
  if (second === undefined) node.weight = weight;
  else {
    node.next ??= new Map();
    node.next.set(second, weight);
  }
}
