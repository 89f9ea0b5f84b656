import { join } from 'node:path';
import { affirmedStems, deniesExamples } from '../classify/likeness/denial.ts';
import { everydaySentences } from '../classify/likeness/everyday-sentences.ts';
import { calibrate, findLikest } from '../classify/likeness/likeness.ts';
import type { Models } from '../classify/models.ts';
import type { Sighting } from '../classify/sighting.ts';
import type { IntakePipeline } from '../pipeline.ts';
import { createTokenizer } from '../text/tokenize.ts';
import type { Category, Document, TokenizedSentence } from '../types.ts';
import { openEmbedder } from './embedder.ts';
import { withCache } from './embedding-cache.ts';
import type { Finder } from './open-finder.ts';

type Tokenize = (text: string) => TokenizedSentence[];

/**
 * Opens the categories that are seen by likeness to examples: a sentence is held against them by its embedding. English
 * only, as the model that comes along knows no other language well. Null, and nothing is started, where the taxonomy has
 * no such category. The thresholds are found here, so that no text has to wait for them.
 */
export async function openLikeness(models: Models, { listenTo, examples }: IntakePipeline): Promise<Finder | null> {
  const wanted = models.taxonomy.categories.filter(hasExamples);
  if (wanted.length === 0 || !models.examples) return null;
  const { name, sha256, dataDir } = models.examples;
  const { embed } = withCache(await openEmbedder(join(dataDir, 'models'), name, sha256), dataDir);
  const read = createTokenizer();
  const tokenize: Tokenize = (text) => read(text, 'en') ?? [];
  const everyday = await embed(everydaySentences);
  const vectors = new Map<string, Float32Array[]>();
  for (const { id, examples: own, definition } of models.taxonomy.categories) {
    vectors.set(id, await embed([...(own ?? []), definition]));
  }
  const likenesses = wanted.map(({ id }) => {
    const others = [...vectors].flatMap(([other, of]) => (isAkin(other, id) ? [] : of));
    return calibrate(id, vectors.get(id)!, [...everyday, ...others], examples);
  });
  const affirmed = new Map(wanted.map(({ id, examples: own }) => [id, affirmedStems(own.flatMap(tokenize))]));

  async function see(document: Document): Promise<Sighting[]> {
    if (document.language !== 'en') return [];
    const sentences = sentencesOf(document, listenTo, tokenize).slice(0, examples.mostSentences);
    const found = await embed(sentences.map(({ start, end }) => document.text.slice(start, end)));
    return sentences.flatMap(({ start, end, tokens }, at): Sighting[] => {
      const likest = findLikest(found[at]!, likenesses);
      if (!likest) return [];
      const isNegated = deniesExamples(tokens, affirmed.get(likest.category)!);
      return [{ ...likest, start, end, by: `examples:${likest.category}`, ...(isNegated && { polarity: 'negated' }) }];
    });
  }
  return async (documents) => {
    const seen: Sighting[][] = [];
    for (const document of documents) seen.push(await see(document));
    return seen;
  };
}

export function hasExamples(category: Category): category is Category & { examples: string[] } {
  return category.examples !== undefined;
}

/** Above or below each other: what is like one may well be like the other. */
function isAkin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** A greeting of a word or two is like everything a little. */
const fewestTokens = 3;

function sentencesOf(
  { text, utterances }: Document,
  listenTo: IntakePipeline['listenTo'],
  tokenize: Tokenize,
): TokenizedSentence[] {
  const stretches = utterances.length === 0 ? [{ start: 0, end: text.length }] : utterances.filter(isHeard);
  function isHeard({ role }: Document['utterances'][number]): boolean {
    return listenTo.includes(role);
  }
  return stretches
    .flatMap(({ start: from, end: to }) =>
      tokenize(text.slice(from, to)).map(({ start, end, tokens }) => ({
        start: from + start,
        end: from + end,
        tokens,
      })),
    )
    .filter(({ tokens }) => tokens.length >= fewestTokens);
}
