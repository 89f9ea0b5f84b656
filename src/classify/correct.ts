import type { Analysis, Category, Correction, Mention } from '../types.ts';

/** The evidence of a text once people have had their say. */
export type Corrector = (
  analysis: Pick<Analysis, 'sentences' | 'mentions' | 'sentiment'>,
  corrections: readonly Correction[],
) => Mention[];

/** What a person's evidence is signed with. */
const person = 'person';

/**
 * Prepares the say of people over a taxonomy. "No" overrules all evidence for the category and for what stands below it,
 * "yes" adds evidence where the analysis has none; of two that contradict each other, the later one holds. Doing it again
 * with the same corrections changes nothing, so that it may follow any analysis, or its own result.
 */
export function createCorrector(categories: readonly Category[]): Corrector {
  const parents = new Map(categories.map(({ id, parent }) => [id, parent]));
  const covers = (above: string, below: string): boolean => {
    for (let id: string | null = below; id !== null; id = parents.get(id) ?? null) if (id === above) return true;
    return false;
  };
  return (analysis, corrections) => {
    const latest = standing(corrections);
    const isOverruled = (category: string): boolean =>
      latest.findLast(({ verdict, category: of }) => (verdict === 'no' ? covers(of, category) : of === category))
        ?.verdict === 'no';
    const mentions = analysis.mentions
      .filter(({ by }) => by !== person)
      .map((mention): Mention => {
        if (mention.polarity === 'negated') return mention;
        return { ...mention, polarity: isOverruled(mention.category) ? 'overruled' : 'affirmed' };
      });
    const isNamed = (category: string): boolean =>
      mentions.some((mention) => mention.polarity === 'affirmed' && covers(category, mention.category));
    const added = latest.filter(
      ({ verdict, category }) => verdict === 'yes' && !isOverruled(category) && !isNamed(category),
    );
    return [...mentions, ...added.map((correction) => evidenceOf(correction, analysis))];
  };
}

/** The latest word on each category, oldest first; none where it was taken back. */
export function standing(corrections: readonly Correction[]): Correction[] {
  const byCategory = new Map<string, Correction>();
  for (const correction of corrections) {
    // Set anew, so that the map is in the order of the latest word.
    byCategory.delete(correction.category);
    if (correction.verdict !== 'withdrawn') byCategory.set(correction.category, correction);
  }
  return [...byCategory.values()];
}

/** Feels as the words do that the person pointed at, or else as the text. */
function evidenceOf(
  { category, start, end }: Correction,
  { sentences, sentiment }: Pick<Analysis, 'sentences' | 'sentiment'>,
): Mention {
  const touched = sentences.filter((sentence) => sentence.start < end && start < sentence.end);
  const sum = touched.reduce((total, sentence) => total + sentence.sentiment.score, 0);
  return {
    sentence: touched[0] ? sentences.indexOf(touched[0]) : 0,
    ...{ start, end, category },
    polarity: 'affirmed',
    sentiment: touched.length > 0 ? sum / touched.length : sentiment.score,
    score: 1,
    by: person,
  };
}
