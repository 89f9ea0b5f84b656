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
 * Sorts labelled texts by text and label.
 * @throws Error where they cannot teach: one label only, too many, or none with two examples.
 */
export function arrangeExamples(examples: Example[], multi: boolean): Examples {
  const labels = [...new Set(examples.flatMap((example) => example.labels))].sort(compare);
  if (labels.length < 2) {
    const found = labels.length === 0 ? 'no label' : `one label only, "${labels[0]}"`;
    throw new Error(`The examples have ${found}; a classifier needs at least two to tell apart.`);
  }
  if (labels.length > mostLabels) {
    const sample = labels.slice(0, 3).join('", "');
    throw new Error(
      `The examples have ${labels.length} labels ("${sample}" …), more than the ${mostLabels} that a classifier may have. ` +
        'Is the right column named as the label?',
    );
  }
  const index = new Map(labels.map((label, at) => [label, at]));
  const rows = examples
    .map(({ text, labels: own }) => ({
      text,
      truth: [...new Set(own)].map((label) => index.get(label)!).sort((a, b) => a - b),
    }))
    .sort((a, b) => compare(a.text, b.text) || compare(a.truth.join(), b.truth.join()));
  const counts = labels.map(() => 0);
  for (const { truth } of rows) for (const label of truth) counts[label]! += 1;
  if (Math.max(...counts) < fewestExamples) {
    throw new Error(
      'No label has two examples; a classifier needs several texts of each label, five or more to be of use.',
    );
  }
  return { labels, multi, texts: rows.map((row) => row.text), truths: rows.map((row) => row.truth), counts };
}

/** By code units: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
