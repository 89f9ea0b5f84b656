/** A vector of length 1 that is 0 but at `columns`. */
export interface SparseVector {
  columns: Int32Array;
  values: Float64Array;
}

/** Features as columns, weighed by how rare they are. */
export interface FeatureSpace {
  names: string[];
  vectorOf(features: readonly string[]): SparseVector;
}

/** Beyond this many, the rarest features are passed over: memory grows with topics times features. */
const mostFeatures = 6000;

/**
 * tf-idf (K. Spärck Jones, Journal of Documentation 28, 1972) over texts' sets of features. A feature of fewer than three
 * texts joins nothing, one of more than a third of them parts nothing.
 */
export function featureSpace(texts: readonly (readonly string[])[]): FeatureSpace {
  const counts = new Map<string, number>();
  for (const features of texts) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const most = Math.max(5, texts.length / 3);
  const names = [...counts.keys()]
    .filter((feature) => counts.get(feature)! >= 3 && counts.get(feature)! <= most)
    .sort((one, other) => counts.get(other)! - counts.get(one)! || (one < other ? -1 : 1))
    .slice(0, mostFeatures);
  const places = new Map(names.map((name, place) => [name, place]));
  const weights = names.map((name) => Math.log(texts.length / counts.get(name)!) + 1);
  return {
    names,
    vectorOf(features) {
      const columns = features.flatMap((feature) => places.get(feature) ?? []).sort((one, other) => one - other);
      const values = Float64Array.from(columns, (column) => weights[column]!);
      const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
      return { columns: Int32Array.from(columns), values: length > 0 ? values.map((value) => value / length) : values };
    },
  };
}

/** Cosine of a vector of length 1 with a centre of length 1. */
export function closeness({ columns, values }: SparseVector, centre: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at++) sum += values[at]! * centre[columns[at]!]!;
  return sum;
}
