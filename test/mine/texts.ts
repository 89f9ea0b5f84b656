import { createRandom } from '../../src/stats/random.ts';

export interface CountedText {
  categories: string[];
  sentiment: number;
}

/** Texts in which each category comes by its own chance, whatever the others do. */
export function independentTexts(seed: number, texts: number, chances: Record<string, number>): CountedText[] {
  const random = createRandom(seed);
  return Array.from({ length: texts }, () => ({
    categories: Object.keys(chances).filter((category) => random.next() < chances[category]!),
    sentiment: Math.fround(random.next() * 2 - 1),
  }));
}
