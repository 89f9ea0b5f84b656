/** A labelled text as a file has it. */
export interface Example {
  text: string;
  labels: string[];
}

/** Labelled texts in an order of their own, so that the order they came in changes nothing. */
export interface Examples {
  labels: string[];
  /** True where a text may have several labels, or none. */
  multi: boolean;
  texts: string[];
  /** Indexes into `labels`, ascending. */
  truths: number[][];
  /** Examples of each label. */
  counts: number[];
}

/** More make no sense to a person, and weights that do not fit into memory. */
export const mostLabels = 2000;
const fewestExamples = 2;

/**
 * Sorts labelled texts by text, and numbers the labels as they come up: so neither the order of the rows nor what the
 * labels are called changes what is learned.
 * @throws Error where they cannot teach: one label only, too many, or none with two examples.
 */
export function arrangeExamples(examples: Example[], multi: boolean): Examples {
  requireLabels(new Set(examples.flatMap((example) => example.labels)));
  const rows = examples
    .map(({ text, labels }) => ({ text, labels: [...new Set(labels)].sort() }))
    .sort((a, b) => compare(a.text, b.text) || compare(a.labels.join('\n'), b.labels.join('\n')));
  const index = new Map<string, number>();
  for (const { labels } of rows) for (const label of labels) if (!index.has(label)) index.set(label, index.size);
  const truths = rows.map(({ labels }) => labels.map((label) => index.get(label)!).sort((a, b) => a - b));
  const counts = Array.from(index, () => 0);
  for (const truth of truths) for (const label of truth) counts[label]! += 1;
  if (Math.max(...counts) < fewestExamples) {
    throw new Error(
      'No label has two examples; a classifier needs several texts of each label, five or more to be of use.',
    );
  }
  return { labels: [...index.keys()], multi, texts: rows.map((row) => row.text), truths, counts };
}

function requireLabels(labels: Set<string>): void {
  if (labels.size < 2) {
    const [only] = labels;
    const found = only === undefined ? 'no label' : `one label only, "${only}"`;
    throw new Error(`The examples have ${found}; a classifier needs at least two to tell apart.`);
  }
  if (labels.size <= mostLabels) return;
  const sample = [...labels].slice(0, 3).join('", "');
  throw new Error(
    `The examples have ${labels.size} labels ("${sample}" …), more than the ${mostLabels} that a classifier may have. ` +
      'Is the right column named as the label?',
  );
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
