import { type Static, Type } from '@sinclair/typebox';
import {
  CaseRow,
  CaseStateSchema,
  CategoryLink,
  ChannelSchema,
  Count,
  FacetSchema,
  GradeSchema,
  nullable,
  TextPart,
  Turn,
  VerdictSchema,
} from './shared.ts';

/** The categories of a facet, to choose from. */
export const CategoryOptions = Type.Object({ facet: FacetSchema, options: Type.Array(CategoryLink) });
export type CategoryOptions = Static<typeof CategoryOptions>;

/** A line of a list of texts. */
export const ListedText = Type.Object({
  id: Type.Integer(),
  href: Type.String(),
  title: Type.String(),
  channel: ChannelSchema,
  receivedAt: Type.String(),
  language: Type.String(),
  customer: nullable(Type.String()),
  sentiment: Type.Number(),
  grade: GradeSchema,
  understood: Type.Boolean(),
  snippet: Type.Array(TextPart),
  case: nullable(Type.Object({ href: Type.String(), teamName: Type.String(), state: CaseStateSchema })),
});
export type ListedText = Static<typeof ListedText>;

/** The texts that a filter means. */
export const Texts = Type.Object({
  through: Type.Integer(),
  /** What the list keeps to, in words, each with the address of the list without it. */
  conditions: Type.Array(Type.Object({ label: Type.String(), without: Type.String() })),
  /** The categories asked for, whose evidence is marked in this order of hues. */
  asked: Type.Array(CategoryLink),
  found: Type.Integer(),
  /** Whether there are so many or more: counting the texts that hold a common word ends somewhere. */
  orMore: Type.Boolean(),
  texts: Type.Array(ListedText),
  next: nullable(Type.String()),
  first: nullable(Type.String()),
  /** What the form holds: the filter as query parameters. */
  form: Type.Object({
    words: Type.String(),
    category: Type.String(),
    channel: Type.String(),
    grade: Type.String(),
    team: Type.String(),
    state: Type.String(),
    from: Type.String(),
    to: Type.String(),
    /** Parameters that the form has no field for, kept as they are. */
    kept: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  }),
  categories: Type.Array(CategoryOptions),
  teams: Type.Array(Type.Object({ team: Type.String(), name: Type.String() })),
});
export type Texts = Static<typeof Texts>;

/** What found a category: the vocabulary, a model or the likeness to examples with how sure it was, or a person. */
export const Finder = Type.Object({
  by: Type.Unsafe<'vocabulary' | 'model' | 'examples' | 'person'>({
    type: 'string',
    enum: ['vocabulary', 'model', 'examples', 'person'],
  }),
  /** Of the model; empty for others. */
  name: Type.String(),
  /** 0 to 1; the greatest of its findings. */
  score: Type.Number(),
});
export type Finder = Static<typeof Finder>;

/** One text with its evidence. */
export const TextView = Type.Object({
  id: Type.Integer(),
  /** Whether addresses and numbers of people are hidden from whoever looks. */
  masked: Type.Boolean(),
  title: Type.String(),
  channel: ChannelSchema,
  source: Type.String(),
  receivedAt: Type.String(),
  language: Type.String(),
  subject: nullable(Type.String()),
  customer: nullable(Type.String()),
  sentiment: Type.Number(),
  grade: GradeSchema,
  understood: Type.Boolean(),
  attributes: Type.Array(Type.Object({ name: Type.String(), value: Type.String(), texts: Type.String() })),
  turns: Type.Array(Turn),
  categories: Type.Array(
    Type.Object({
      category: CategoryLink,
      facet: FacetSchema,
      mentions: Type.Integer(),
      sentiment: Type.Number(),
      grade: GradeSchema,
      /** The words that named it; empty for one that stands above others that were named. */
      words: Type.Array(Type.String()),
      /** What found it; nothing for one that stands above others that were named. */
      foundBy: Type.Array(Finder),
      /** Whether a person said that it is right. */
      confirmed: Type.Boolean(),
      /** From 0; its colour. Null for one without words of its own. */
      colour: nullable(Type.Integer()),
      /** Whether its evidence is marked at first. */
      shown: Type.Boolean(),
    }),
  ),
  /** Words that name a category only to deny it. */
  denied: Type.Array(Type.Object({ category: CategoryLink, words: Type.String() })),
  /** What was found, and a person says that it is not so. */
  overruled: Type.Array(Type.Object({ category: CategoryLink, words: Type.Array(Type.String()) })),
  /** What people said of its categories, the latest first. */
  corrections: Type.Array(
    Type.Object({ category: CategoryLink, verdict: VerdictSchema, actor: Type.String(), at: Type.String() }),
  ),
  /** What a person may say: categories that it does not name yet, by facet, and the sentences to point at. */
  addable: Type.Array(CategoryOptions),
  sentences: Type.Array(Type.String()),
  case: nullable(CaseRow),
  /** The customer's texts, oldest first, this one among them. */
  history: Type.Array(
    Type.Object({
      id: Type.Integer(),
      href: Type.String(),
      title: Type.String(),
      channel: ChannelSchema,
      receivedAt: Type.String(),
      grade: GradeSchema,
      understood: Type.Boolean(),
      categories: Type.Array(Type.String()),
    }),
  ),
  historyTexts: nullable(Count),
  versions: Type.Record(Type.String(), Type.String()),
});
export type TextView = Static<typeof TextView>;
