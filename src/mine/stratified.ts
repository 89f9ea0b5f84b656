import { mantelHaenszel, type Stratum } from '../stats/mantel-haenszel.ts';
import type { RelationCheck } from '../types.ts';

/** A pair counted within the texts of one value of a coded field, such as one region. */
export interface StratumCounts {
  value: string;
  documents: number;
  antecedentCount: number;
  consequentCount: number;
  observed: number;
}

/**
 * What becomes of an association once a coded field is held fixed: it `holds`; it `vanishes`, what was seen over all
 * texts being due to the field; it `reverses`, as in Simpson's paradox; or the strata are too thin to say (`unclear`).
 */
export type StratifiedVerdict = RelationCheck['verdict'];

export interface StratifiedRelation {
  verdict: StratifiedVerdict;
  /** Odds ratio over all texts of the strata; null where a zero makes it infinite or unknown. */
  pooled: number | null;
  /** Common odds ratio within strata, with its two-sided interval; null likewise. */
  oddsRatio: number | null;
  interval: { lower: number; upper: number } | null;
  /** Cochran–Mantel–Haenszel test without continuity correction. */
  p: number;
}

/**
 * Checks an association within the values of a coded field (Mantel and Haenszel, 1959).
 * It holds where the interval of the common odds ratio lies on the same side of 1 as the pooled odds ratio, reverses
 * where it lies on the other, and vanishes where it covers 1 but not the pooled odds ratio.
 * @param confidence two-sided, of the interval, such as 0.99.
 * @throws RangeError where the counts of a stratum do not fit into one another.
 */
export function stratifiedRelation(strata: readonly StratumCounts[], confidence: number): StratifiedRelation {
  const tables = strata.map(fourfold);
  const sum = tables.reduce<Stratum>(
    (all, table) => {
      return [all[0] + table[0], all[1] + table[1], all[2] + table[2], all[3] + table[3]];
    },
    [0, 0, 0, 0],
  );
  const settings = { confidence, continuity: false };
  const { oddsRatio: pooled } = mantelHaenszel([sum], settings);
  const { oddsRatio, interval, p } = mantelHaenszel(tables, settings);
  return { verdict: verdictOf(pooled, interval), pooled, oddsRatio, interval, p };
}

function verdictOf(pooled: number | null, interval: { lower: number; upper: number } | null): StratifiedVerdict {
  if (pooled === null || interval === null) return 'unclear';
  if (interval.lower > 1) return pooled > 1 ? 'holds' : 'reverses';
  if (interval.upper < 1) return pooled < 1 ? 'holds' : 'reverses';
  return pooled > interval.upper || pooled < interval.lower ? 'vanishes' : 'unclear';
}

function fourfold({ value, documents, antecedentCount, consequentCount, observed }: StratumCounts): Stratum {
  const cells: Stratum = [
    observed,
    antecedentCount - observed,
    consequentCount - observed,
    documents - antecedentCount - consequentCount + observed,
  ];
  if (cells.every((cell) => Number.isSafeInteger(cell) && cell >= 0)) return cells;
  throw new RangeError(
    `The stratum "${value}" counts ${documents} texts, ${antecedentCount} and ${consequentCount} with either category ` +
      `and ${observed} with both; each should fit into the ones before.`,
  );
}
