import type { StratumCounts } from './stratified.ts';

/** A pair of categories to look at. */
export interface Pair {
  antecedent: string;
  consequent: string;
}

/** Pairs counted apart by the values of coded fields. */
export interface StrataCounter {
  /** Counts one text. @param fields its coded data; an empty value is none. */
  add(categories: readonly string[], fields: Readonly<Record<string, string>>): void;
  /** Fields of two values or more, by name; those of too many values are left out. */
  readonly fields: readonly string[];
  /** The pair's counts within each value of a field, values by name. */
  strata(pair: number, field: string): StratumCounts[];
}

interface Stratum {
  documents: number;
  categories: Map<string, number>;
  pairs: Uint32Array;
}

/** Fields beyond these many are not looked at: names of fields may be data too, and must not fill the memory. */
const mostFields = 100;

/**
 * Counts given pairs within every value of every coded field, text by text. Memory grows with pairs and values, not with
 * texts: a field that shows more than `mostValues` values is no grouping, and is forgotten.
 */
export function createStrataCounter(pairs: readonly Pair[], mostValues: number): StrataCounter {
  const wanted = new Set(pairs.flatMap(({ antecedent, consequent }) => [antecedent, consequent]));
  const byAntecedent = new Map<string, { pair: number; consequent: string }[]>();
  for (const [pair, { antecedent, consequent }] of pairs.entries()) {
    byAntecedent.set(antecedent, [...(byAntecedent.get(antecedent) ?? []), { pair, consequent }]);
  }
  /** Null for a field of too many values. */
  const byField = new Map<string, Map<string, Stratum> | null>();

  const stratumOf = (field: string, value: string): Stratum | null => {
    if (!byField.has(field)) {
      if (byField.size >= mostFields) return null;
      byField.set(field, new Map());
    }
    const values = byField.get(field);
    const known = values?.get(value);
    if (!values || known) return known ?? null;
    if (values.size === mostValues) {
      byField.set(field, null);
      return null;
    }
    const fresh = { documents: 0, categories: new Map<string, number>(), pairs: new Uint32Array(pairs.length) };
    values.set(value, fresh);
    return fresh;
  };

  const pairsOf = (named: ReadonlySet<string>): number[] =>
    [...named].flatMap((category) =>
      (byAntecedent.get(category) ?? []).filter(({ consequent }) => named.has(consequent)).map(({ pair }) => pair),
    );

  return {
    add(categories, fields) {
      const named = new Set(categories.filter((category) => wanted.has(category)));
      const met = pairsOf(named);
      for (const [field, value] of Object.entries(fields)) {
        const stratum = value === '' ? null : stratumOf(field, value);
        if (!stratum) continue;
        stratum.documents += 1;
        for (const category of named) stratum.categories.set(category, (stratum.categories.get(category) ?? 0) + 1);
        for (const pair of met) stratum.pairs[pair]! += 1;
      }
    },
    get fields() {
      return [...byField]
        .filter(([, values]) => values && values.size > 1)
        .map(([field]) => field)
        .sort();
    },
    strata(pair, field) {
      const { antecedent, consequent } = pairs[pair]!;
      const values = [...(byField.get(field) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1));
      return values.map(([value, { documents, categories, pairs: counts }]) => ({
        ...{ value, documents, observed: counts[pair]! },
        antecedentCount: categories.get(antecedent) ?? 0,
        consequentCount: categories.get(consequent) ?? 0,
      }));
    },
  };
}
