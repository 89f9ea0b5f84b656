import { type Static, Type } from '@sinclair/typebox';
import { CaseRow, CategoryLink, ChannelSchema, Count, GradeSchema, nullable } from './shared.ts';

/** A text on a customer's timeline. */
export const CustomerStep = Type.Object({
  id: Type.Integer(),
  href: Type.String(),
  title: Type.String(),
  channel: ChannelSchema,
  receivedAt: Type.String(),
  grade: GradeSchema,
  understood: Type.Boolean(),
  categories: Type.Array(CategoryLink),
  case: nullable(CaseRow),
});
export type CustomerStep = Static<typeof CustomerStep>;

/** A sequence that the latest night found among all customers, as this one shows it. */
export const CustomerChain = Type.Object({
  first: CategoryLink,
  then: CategoryLink,
  firstText: Type.Object({ href: Type.String(), day: Type.String() }),
  thenText: Type.Object({ href: Type.String(), day: Type.String() }),
  days: Type.Integer(),
  /** Customers who show it, and how many would by chance. */
  customers: Type.Integer(),
  expected: Type.Number(),
  q: Type.Number(),
});
export type CustomerChain = Static<typeof CustomerChain>;

/** One customer through time. */
export const Customer = Type.Object({
  customer: Type.String(),
  texts: Count,
  /** Oldest first; the latest ones where there are many. */
  steps: Type.Array(CustomerStep),
  chains: Type.Array(CustomerChain),
});
export type Customer = Static<typeof Customer>;
