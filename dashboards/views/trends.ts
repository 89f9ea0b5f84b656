import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, Count, nullable } from './shared.ts';

/** A category's count of some days, against what was to be expected. */
export const TrendRow = Type.Object({
  category: CategoryLink,
  observed: Count,
  expected: Type.Number(),
  indicator: Type.Number(),
  p: Type.Number(),
  q: Type.Number(),
  /** Whether q says that this is no chance. */
  unusual: Type.Boolean(),
  /** Texts of the category in equal stretches of the night's window, oldest first. */
  trend: Type.Array(Type.Integer()),
});
export type TrendRow = Static<typeof TrendRow>;

/** What rose and what fell in some days; `texts` are all of these days. */
export const Stretch = Type.Object({
  fromDay: Type.String(),
  toDay: Type.String(),
  texts: Count,
  /** Categories weighed. */
  weighed: Type.Integer(),
  up: Type.Array(TrendRow),
  down: Type.Array(TrendRow),
});
export type Stretch = Static<typeof Stretch>;

/** One topic followed by another within a customer. */
export const SequenceRow = Type.Object({
  first: CategoryLink,
  then: CategoryLink,
  customers: Type.Integer(),
  /** In shuffled order. */
  expected: Type.Number(),
  p: Type.Number(),
  q: Type.Number(),
  unusual: Type.Boolean(),
  /** Some of the customers, with their texts. */
  examples: Type.Array(Type.Object({ customer: Type.String(), href: Type.String() })),
});
export type SequenceRow = Static<typeof SequenceRow>;

/** A day from which on a topic is named more, or less, for good. */
export const ChangeRow = Type.Object({
  category: CategoryLink,
  day: Type.String(),
  before: Type.Object({ texts: Count, named: Count }),
  after: Type.Object({ texts: Count, named: Count }),
  /** The new rate over the old one; null where the topic is new. */
  ratio: nullable(Type.Number()),
  p: Type.Number(),
});
export type ChangeRow = Static<typeof ChangeRow>;

/** What moved, by the latest night. */
export const Trends = Type.Object({
  run: nullable(
    Type.Object({
      id: Type.Integer(),
      fromDay: nullable(Type.String()),
      day: Type.String(),
      texts: Count,
      falseDiscoveries: Type.Number(),
    }),
  ),
  /** Null where the past holds too little to expect anything. */
  day: nullable(Stretch),
  week: nullable(Stretch),
  /** Against the other months of the window. */
  month: nullable(Stretch),
  /** Where the level of a topic changed, the latest first. */
  changes: Type.Array(ChangeRow),
  /** What follows what within how many days; null where nothing does. */
  sequences: nullable(Type.Object({ withinDays: Type.Integer(), rows: Type.Array(SequenceRow) })),
});
export type Trends = Static<typeof Trends>;
