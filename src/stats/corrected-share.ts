import { normalQuantile } from './laws/normal-quantile.ts';
import { requireBetweenZeroAndOne, requireCount } from './require.ts';

/** A part of the texts, such as a week, of which a random sample was labelled by a person. */
export interface AuditedStratum {
  /** Texts in the part, and how many of them the machine says yes of. */
  population: number;
  predicted: number;
  /** Texts of the sample, by what the machine says (first) and what the person says (second). */
  yesYes: number;
  yesNo: number;
  noYes: number;
  noNo: number;
}

export interface CorrectedShare {
  /** The machine's own share, and the share corrected for its errors with the interval of that. */
  predicted: number;
  corrected: number;
  lower: number;
  upper: number;
  /** Labelled texts. */
  sampled: number;
}

/**
 * A share corrected for the classifier's errors by a random sample with known labels: the machine's share plus the mean
 * difference of person and machine over the sample, parts weighed by their size (the difference estimator; W. G. Cochran,
 * Sampling Techniques, 1977, §7.9, here stratified; Angelopoulos and others, Science 382, 2023, call it prediction-powered
 * inference). The interval of the difference is that of matched proportions with half a text added to each cell (A. Agresti
 * and Y. Min, Statistics in Medicine 24, 2005), the half shared among the parts, so that a sample without an error does not
 * claim certainty.
 * @param confidence two-sided, such as 0.95.
 * @returns null where a part has texts but no sample, or there are no texts.
 */
export function correctedShare(strata: AuditedStratum[], confidence: number): CorrectedShare | null {
  requireBetweenZeroAndOne('confidence of correctedShare', confidence);
  for (const stratum of strata) requireStratum(stratum);
  const parts = strata.filter(({ population }) => population > 0);
  const total = parts.reduce((sum, { population }) => sum + population, 0);
  if (total === 0 || parts.some((part) => sampleSize(part) === 0)) return null;
  const predicted = parts.reduce((sum, part) => sum + part.predicted, 0) / total;
  let difference = 0;
  let smoothed = 0;
  let variance = 0;
  for (const part of parts) {
    const weight = part.population / total;
    const n = sampleSize(part);
    difference += (weight * (part.noYes - part.yesNo)) / n;
    const missed = part.noYes + 0.5 / parts.length;
    const invented = part.yesNo + 0.5 / parts.length;
    const added = n + 2 / parts.length;
    smoothed += (weight * (missed - invented)) / added;
    variance += (weight ** 2 * (missed + invented - (missed - invented) ** 2 / added)) / added ** 2;
  }
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(variance);
  return {
    predicted,
    corrected: clamp(predicted + difference),
    lower: clamp(predicted + smoothed - half),
    upper: clamp(predicted + smoothed + half),
    sampled: parts.reduce((sum, part) => sum + sampleSize(part), 0),
  };
}

function sampleSize({ yesYes, yesNo, noYes, noNo }: AuditedStratum): number {
  return yesYes + yesNo + noYes + noNo;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function requireStratum(stratum: AuditedStratum): void {
  for (const [name, value] of Object.entries(stratum)) requireCount(`${name} of correctedShare`, value);
  if (stratum.predicted <= stratum.population && sampleSize(stratum) <= stratum.population) return;
  throw new RangeError(
    `correctedShare got more predicted or sampled texts than the ${stratum.population} that there are.`,
  );
}
