import type { NightlyPipeline } from '../../pipeline.ts';
import type { CodedValue } from '../../types/findings.ts';

/**
 * Parts the numbers of a field into bands: those that its name asks for (ages, recommendation scores), as long as every
 * number lies within them, and otherwise `parts` bands of about as many texts each.
 * @param counts of texts by number. @returns bands in ascending order that cover every number, none of them empty.
 */
export function bandsOf(
  field: string,
  counts: ReadonlyMap<number, number>,
  { bands, parts }: Pick<NightlyPipeline['coded'], 'bands' | 'parts'>,
): CodedValue[] {
  const numbers = [...counts.keys()].sort((one, other) => one - other);
  const named = namedBands(field, bands);
  const starts = named && fits(numbers, named) ? named.from : equalParts(numbers, counts, parts);
  return starts.flatMap((from, at) => {
    const next = starts[at + 1] ?? Number.POSITIVE_INFINITY;
    const within = numbers.filter((number) => number >= from && number < next);
    const [low, high] = [within[0], within.at(-1)];
    if (low === undefined || high === undefined) return [];
    return [{ field, label: low === high ? `${low}` : `${low} to ${high}`, low, high }];
  });
}

type Bands = NightlyPipeline['coded']['bands'][number];

/** The bands that a field's name asks for: one of its words is one of theirs. */
export function namedBands(field: string, bands: readonly Bands[]): Bands | undefined {
  const words = field.toLowerCase().split(/[^\p{L}]+/u);
  return bands.find(({ names }) => names.some((name) => words.includes(name)));
}

const fits = (numbers: readonly number[], { from, upTo }: Bands): boolean =>
  numbers.every((number) => number >= from[0]! && number <= upTo);

function equalParts(numbers: readonly number[], counts: ReadonlyMap<number, number>, parts: number): number[] {
  const total = numbers.reduce((sum, number) => sum + counts.get(number)!, 0);
  const starts: number[] = [];
  let below = 0;
  for (const number of numbers) {
    if (below >= (starts.length * total) / parts) starts.push(number);
    below += counts.get(number)!;
  }
  return starts;
}
