import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, Count, nullable } from './shared.ts';

const Sentence = Type.Object({ text: Type.String(), href: Type.String() });
const Named = Type.Object({ id: Type.String(), name: Type.String() });

/** A topic among texts that no category covers. */
export const DiscoveredRow = Type.Object({
  id: Type.String(),
  /** Its most telling words. */
  name: Type.String(),
  terms: Type.Array(Type.String()),
  bornDay: Type.String(),
  texts: Count,
  examples: Type.Array(Sentence),
  cues: Type.Array(Type.String()),
  /** The category that it was turned into. */
  category: nullable(CategoryLink),
});
export type DiscoveredRow = Static<typeof DiscoveredRow>;

export const FlowRow = Type.Object({
  kind: Type.Unsafe<'birth' | 'split' | 'merge' | 'end'>({ type: 'string', enum: ['birth', 'split', 'merge', 'end'] }),
  from: nullable(Named),
  to: nullable(Named),
  texts: Count,
});
export type FlowRow = Static<typeof FlowRow>;

export const NewcomerRow = Type.Object({
  name: Type.String(),
  texts: Count,
  customers: Type.Integer(),
  switching: Type.Integer(),
  first: Type.Object({ day: Type.String(), text: Type.String(), href: Type.String() }),
  recentObserved: nullable(Type.Integer()),
  recentExpected: nullable(Type.Number()),
  q: nullable(Type.Number()),
});
export type NewcomerRow = Static<typeof NewcomerRow>;

export const CrossSellRow = Type.Object({
  asked: Type.String(),
  phrases: Type.Array(Type.String()),
  texts: Count,
  first: Sentence,
});
export type CrossSellRow = Static<typeof CrossSellRow>;

/** What the vocabulary does not know, by the latest night. */
export const Discoveries = Type.Object({
  run: nullable(Type.Object({ id: Type.Integer(), fromDay: nullable(Type.String()), day: nullable(Type.String()) })),
  coverage: nullable(
    Type.Object({
      texts: Count,
      covered: Count,
      uncovered: Count,
      lookedAt: Type.Integer(),
      discovered: Type.Integer(),
    }),
  ),
  topics: Type.Array(DiscoveredRow),
  flows: Type.Array(FlowRow),
  newcomers: Type.Array(NewcomerRow),
  crossSell: Type.Array(CrossSellRow),
  /** Categories under which a new one can stand. */
  parents: Type.Array(CategoryLink),
});
export type Discoveries = Static<typeof Discoveries>;
