import type { Finder, TextView } from '../../../dashboards/views/texts.ts';
import type { StoredCorrection } from '../../store/corrections/text-corrections.ts';
import type { FoundText } from '../../store/read/find-text.ts';
import type { StoredMention } from '../../store/read/text-mentions.ts';
import type { DocumentCategory } from '../../types.ts';
import type { Vocabulary } from './vocabulary.ts';

type Evidence = Pick<TextView, 'categories' | 'denied' | 'overruled' | 'corrections' | 'addable' | 'sentences'>;

interface Read {
  text: FoundText;
  mentions: StoredMention[];
  corrections: StoredCorrection[];
  vocabulary: Vocabulary;
}

/** Why the text counts for what it counts for, who says otherwise, and what a person may still say. */
export function evidenceOf(read: Read, categories: DocumentCategory[], asked: string[]): Evidence {
  const { text, mentions, corrections, vocabulary } = read;
  const named = new Set(categories.map(({ category }) => category));
  const negated = mentions.filter(({ polarity }) => polarity === 'negated');
  const overruled = mentions.filter(({ polarity }) => polarity === 'overruled');
  return {
    categories: categoriesOf(read, categories, asked),
    denied: negated.map(({ category, start, end }) => ({
      category: vocabulary.link(category),
      words: text.text.slice(start, end),
    })),
    overruled: [...new Set(overruled.map(({ category }) => category))].map((category) => ({
      category: vocabulary.link(category),
      words: wordsOf(
        text,
        overruled.filter((mention) => mention.category === category),
      ),
    })),
    corrections: corrections.toReversed().map(({ category, verdict, actor, at }) => ({
      ...{ category: vocabulary.link(category), verdict, actor, at: at.toISOString() },
    })),
    addable: vocabulary
      .byFacet()
      .map(({ facet, options }) => ({ facet, options: options.filter(({ id }) => !named.has(id)) }))
      .filter(({ options }) => options.length > 0),
    sentences: text.sentences.map(({ start, end }) => text.text.slice(start, end)),
  };
}

function categoriesOf(
  { text, mentions, corrections, vocabulary }: Read,
  categories: DocumentCategory[],
  asked: string[],
): TextView['categories'] {
  let colours = 0;
  return categories.map(({ category, facet, mentions: count, sentiment }) => {
    const own = mentions.filter((mention) => mention.category === category && mention.polarity === 'affirmed');
    const words = wordsOf(text, own);
    return {
      category: vocabulary.link(category),
      ...{ facet, words, mentions: count, sentiment: sentiment.score, grade: sentiment.grade },
      foundBy: findersOf(own),
      confirmed: corrections.findLast((correction) => correction.category === category)?.verdict === 'yes',
      colour: words.length > 0 ? colours++ : null,
      shown: asked.length === 0 || asked.some((id) => vocabulary.covers(id, category)),
    };
  });
}

/** The words that were evidence; none for evidence that is the text as a whole. */
function wordsOf({ text }: FoundText, mentions: StoredMention[]): string[] {
  return [...new Set(mentions.map(({ start, end }) => text.slice(start, end)))].filter(Boolean);
}

const kinds: Record<string, Finder['by']> = {
  cue: 'vocabulary',
  model: 'model',
  examples: 'examples',
  person: 'person',
};

/** What found it, each once, as sure as it was at its surest. */
function findersOf(mentions: StoredMention[]): Finder[] {
  const found = new Map<string, Finder>();
  for (const { foundBy, score } of mentions) {
    const [kind = '', ...rest] = foundBy.split(':');
    const by = kinds[kind] ?? 'model';
    const name = by === 'model' ? rest.join(':') : '';
    const known = found.get(by + name);
    found.set(by + name, { by, name, score: Math.max(score, known?.score ?? 0) });
  }
  return [...found.values()];
}
