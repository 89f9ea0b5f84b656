/** What a classifier made of one text whose labels are known. */
export interface Judged {
  /** The right labels, by index: one, or for multi-label data any number. */
  truth: number[];
  /** The labels given. */
  given: number[];
  /** Calibrated probability of the first label given, or of the likeliest where none was. */
  score: number;
  abstained: boolean;
}

export interface LabelQuality {
  label: string;
  precision: number;
  recall: number;
  f1: number;
  /** Texts that have the label, and texts that were given it. */
  support: number;
  given: number;
}

export interface Quality {
  documents: number;
  /** Share of texts whose labels are all right and none missing; an abstention is no error here. */
  accuracy: number;
  /** Unweighted means over the labels that occur. */
  macroF1: number;
  macroRecall: number;
  /** Expected calibration error over 15 bins of equal width. */
  ece: number;
  /** Share of texts that are answered, and how many of those rightly; and rightly of all, an abstention counted as wrong. */
  coverage: number;
  accuracyAnswered: number;
  accuracyAnsweredOfAll: number;
  labels: LabelQuality[];
  /** The commonest confusions: right label, given label, count. */
  confusions: { truth: string; given: string; count: number }[];
  /** Accuracy among the surest texts, at each tenth of coverage. */
  curve: { coverage: number; accuracy: number; score: number }[];
}

/** Measures a classifier on texts whose labels are known. */
export function measure(judged: Judged[], labels: string[]): Quality {
  const right = judged.map(isRight);
  const perLabel = measureLabels(judged, labels);
  const seen = perLabel.filter(({ support }) => support > 0);
  const answered = judged.filter(({ abstained }) => !abstained).length;
  const rightAnswered = judged.filter(({ abstained }, index) => !abstained && right[index]).length;
  return {
    documents: judged.length,
    accuracy: mean(right.map(Number)),
    macroF1: mean(seen.map(({ f1 }) => f1)),
    macroRecall: mean(seen.map(({ recall }) => recall)),
    ece: calibrationError(judged, right),
    coverage: divide(answered, judged.length),
    accuracyAnswered: divide(rightAnswered, answered),
    accuracyAnsweredOfAll: divide(rightAnswered, judged.length),
    labels: perLabel,
    confusions: countConfusions(judged, labels),
    curve: drawCurve(judged, right),
  };
}

export function isRight({ truth, given }: Judged): boolean {
  return truth.length === given.length && truth.every((label) => given.includes(label));
}

function measureLabels(judged: Judged[], labels: string[]): LabelQuality[] {
  const support = new Float64Array(labels.length);
  const predicted = new Float64Array(labels.length);
  const hits = new Float64Array(labels.length);
  for (const { truth, given } of judged) {
    for (const label of truth) support[label]! += 1;
    for (const label of given) predicted[label]! += 1;
    for (const label of truth) if (given.includes(label)) hits[label]! += 1;
  }
  return labels.map((label, k) => ({
    label,
    precision: divide(hits[k]!, predicted[k]!),
    recall: divide(hits[k]!, support[k]!),
    f1: divide(2 * hits[k]!, support[k]! + predicted[k]!),
    support: support[k]!,
    given: predicted[k]!,
  }));
}

/** Naeini and others, 2015: the mean distance of confidence and accuracy over bins, weighed by how many texts are in each. */
function calibrationError(judged: Judged[], right: boolean[]): number {
  const bins = 15;
  const count = new Float64Array(bins);
  const confidence = new Float64Array(bins);
  const hits = new Float64Array(bins);
  for (const [index, { score }] of judged.entries()) {
    const bin = Math.min(bins - 1, Math.floor(score * bins));
    count[bin]! += 1;
    confidence[bin]! += score;
    if (right[index]) hits[bin]! += 1;
  }
  let error = 0;
  for (let bin = 0; bin < bins; bin += 1) error += Math.abs(confidence[bin]! - hits[bin]!);
  return divide(error, judged.length);
}

function countConfusions(judged: Judged[], labels: string[]): Quality['confusions'] {
  const counts = new Map<string, { truth: string; given: string; count: number }>();
  for (const { truth, given } of judged) {
    const missed = truth.filter((label) => !given.includes(label));
    const wrong = given.filter((label) => !truth.includes(label));
    for (const left of missed) {
      for (const right of wrong) {
        const key = `${left} ${right}`;
        const known = counts.get(key) ?? { truth: labels[left]!, given: labels[right]!, count: 0 };
        known.count += 1;
        counts.set(key, known);
      }
    }
  }
  const byCount = (a: { truth: string; given: string; count: number }, b: typeof a) =>
    b.count - a.count || (a.truth + a.given < b.truth + b.given ? -1 : 1);
  return [...counts.values()].sort(byCount).slice(0, 30);
}

function drawCurve(judged: Judged[], right: boolean[]): Quality['curve'] {
  if (judged.length === 0) return [];
  const order = judged.map((_, index) => index).sort((a, b) => judged[b]!.score - judged[a]!.score || a - b);
  const curve: Quality['curve'] = [];
  let hits = 0;
  let tenth = 1;
  for (const [index, at] of order.entries()) {
    if (right[at]) hits += 1;
    if ((index + 1) * 10 < tenth * order.length) continue;
    curve.push({ coverage: (index + 1) / order.length, accuracy: hits / (index + 1), score: judged[at]!.score });
    while ((index + 1) * 10 >= tenth * order.length) tenth += 1;
  }
  return curve;
}

function mean(values: number[]): number {
  return divide(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function divide(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
