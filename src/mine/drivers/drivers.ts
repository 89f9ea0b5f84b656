import type { NightlyPipeline } from '../../pipeline.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { normalQuantile } from '../../stats/laws/normal-quantile.ts';
import { normalTail } from '../../stats/laws/normal-tail.ts';
import { leastSquares, type RegressionRow } from '../../stats/least-squares.ts';
import type { Driver } from '../../types/findings.ts';
import type { CodedFields } from '../coded/field-coder.ts';
import type { TextRows } from '../coded/text-rows.ts';

/**
 * What moves satisfaction: how much better or worse the texts feel that name a topic, or have a value of coded data, all
 * other topics and values being equal (least squares of the texts' sentiment, with robust intervals). `impact` is the
 * effect times the share of texts: by how much the mean of all texts would change if these felt as the others do, so it
 * says what to mend first. A field's most frequent value, and texts without the field, are what its others are held against.
 * @param isTopic whether a category may move satisfaction; signals such as praise only tell of it.
 * @returns the largest impact first, then by name; none where the texts are too few for their topics.
 */
export function drivers(
  rows: TextRows,
  coded: CodedFields,
  settings: NightlyPipeline['drivers'],
  isTopic: (category: string) => boolean,
): Driver[] {
  const counts = countOf(rows, coded);
  const columns = chooseColumns(rows, coded, counts, settings, isTopic);
  const width = 1 + columns.length;
  if (columns.length === 0 || rows.texts < settings.textsPerColumn * width) return [];
  const ofCategory = new Int32Array(rows.categories.length).fill(-1);
  const ofValue = new Int32Array(coded.values.length).fill(-1);
  for (const [at, { category, value }] of columns.entries()) {
    if (category !== null) ofCategory[category] = at + 1;
    else ofValue[value!] = at + 1;
  }
  const eachRow = (visit: (row: RegressionRow) => void): void =>
    rows.each(coded, ({ categories, values, sentiment }) => {
      const named = [0];
      for (const category of categories) if (ofCategory[category]! > 0) named.push(ofCategory[category]!);
      for (const value of values) if (ofValue[value]! > 0) named.push(ofValue[value]!);
      visit({ columns: named, outcome: sentiment / 1e4 });
    });
  const { coefficients } = leastSquares(eachRow, width);
  const reach = normalQuantile((1 + settings.confidence) / 2);
  const found = columns.flatMap(({ category, value, texts }, at): Omit<Driver, 'q'>[] => {
    const { value: effect, error } = coefficients[at + 1]!;
    if (effect === null || error === null || !(error > 0)) return [];
    const described = value === null ? null : coded.values[value]!;
    return [
      {
        category: category === null ? null : rows.categories[category]!,
        value: described,
        ...{ texts, effect, lower: effect - reach * error, upper: effect + reach * error },
        impact: (effect * texts) / rows.texts,
        p: Math.min(1, 2 * normalTail(Math.abs(effect / error))),
      },
    ];
  });
  const q = benjaminiHochberg(found.map(({ p }) => p));
  return found.map((driver, at) => ({ ...driver, q: q[at]! })).sort(largestImpact);
}

interface Column {
  category: number | null;
  value: number | null;
  texts: number;
}

function countOf(rows: TextRows, coded: CodedFields): { categories: Int32Array; values: Int32Array } {
  const counts = {
    categories: new Int32Array(rows.categories.length),
    values: new Int32Array(coded.values.length),
  };
  rows.each(coded, ({ categories, values }) => {
    for (const category of categories) counts.categories[category]! += 1;
    for (const value of values) counts.values[value]! += 1;
  });
  return counts;
}

/** The most frequent topics and values, each of enough texts; of a field, all values but the most frequent. */
function chooseColumns(
  rows: TextRows,
  coded: CodedFields,
  counts: ReturnType<typeof countOf>,
  { minimumTexts, mostColumns, ratings }: NightlyPipeline['drivers'],
  isTopic: (category: string) => boolean,
): Column[] {
  const base = coded.fields.map((_, field) => {
    const own = [...coded.values.keys()].filter((value) => coded.fieldOf[value] === field);
    return own.reduce((most, value) => (counts.values[value]! > counts.values[most]! ? value : most), own[0]!);
  });
  const all: Column[] = [
    ...[...rows.categories.keys()]
      .filter((category) => isTopic(rows.categories[category]!))
      .map((category) => ({ category, value: null, texts: counts.categories[category]! })),
    ...[...coded.values.keys()]
      .filter((value) => base[coded.fieldOf[value]!] !== value && !isRating(coded.values[value]!.field, ratings))
      .map((value) => ({ category: null, value, texts: counts.values[value]! })),
  ];
  const nameOf = ({ category, value }: Column): string =>
    category === null
      ? `${coded.values[value!]!.field}\u0000${coded.values[value!]!.label}`
      : rows.categories[category]!;
  return all
    .filter(({ texts }) => texts >= minimumTexts && texts < rows.texts)
    .sort((one, other) => other.texts - one.texts || (nameOf(one) < nameOf(other) ? -1 : 1))
    .slice(0, mostColumns);
}

const isRating = (field: string, ratings: readonly string[]): boolean =>
  field
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => ratings.includes(word));

function largestImpact(one: Driver, other: Driver): number {
  const name = ({ category, value }: Driver): string => category ?? `${value?.field}\u0000${value?.label}`;
  return Math.abs(other.impact) - Math.abs(one.impact) || (name(one) < name(other) ? -1 : 1);
}
