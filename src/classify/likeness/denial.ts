import { isDenied } from '../../text/denial.ts';
import type { Token, TokenizedSentence } from '../../types.ts';

const literally = { isOwn: () => false, feelingOf: null };

/** The stems that the examples of a category affirm: what a sentence must deny to deny the category. */
export function affirmedStems(examples: readonly TokenizedSentence[]): Set<string> {
  const stems = examples.flatMap(({ tokens }) =>
    tokens.filter((token, at) => isContent(token) && !isDenied(tokens, at, literally)).map(({ stem }) => stem),
  );
  return new Set(stems);
}

/** Whether a sentence that is like the examples says the contrary: "I was not charged twice". */
export function deniesExamples(tokens: readonly Token[], affirmed: ReadonlySet<string>): boolean {
  return tokens.some((token, at) => isContent(token) && affirmed.has(token.stem) && isDenied(tokens, at, literally));
}

function isContent({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'VERB' || pos === 'ADJ';
}
