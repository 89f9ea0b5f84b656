import { type Static, Type } from '@sinclair/typebox';
import { ApartRow, SetRow } from './coded.ts';
import { CategoryLink, Count, FacetSchema, GradeSchema, nullable, RelationRow } from './shared.ts';

/** A category as a node of the relation map. */
export const RelationNode = Type.Object({
  category: CategoryLink,
  facet: FacetSchema,
  texts: Count,
  sentiment: nullable(Type.Number()),
  grade: nullable(GradeSchema),
});
export type RelationNode = Static<typeof RelationNode>;

/** Which categories go together in the latest mining run. */
export const Relations = Type.Object({
  run: nullable(
    Type.Object({
      id: Type.Integer(),
      /** The days that it looked at: all up to `day` where `fromDay` is null, all where both are. */
      fromDay: nullable(Type.String()),
      day: nullable(Type.String()),
      endedAt: Type.String(),
      texts: Count,
      relations: Type.Integer(),
    }),
  ),
  facet: nullable(FacetSchema),
  category: nullable(Type.String()),
  /** Every category that has a relation, for the choice of one. */
  categories: Type.Array(CategoryLink),
  sort: Type.String(),
  order: Type.Unsafe<'asc' | 'desc'>({ type: 'string', enum: ['asc', 'desc'] }),
  /** Relations that fit the choice; `rows` is one page of them. */
  found: Type.Integer(),
  page: Type.Integer(),
  pages: Type.Integer(),
  rows: Type.Array(RelationRow),
  /** For the pictures: the busiest categories and every relation between two of them. */
  map: Type.Object({ nodes: Type.Array(RelationNode), relations: Type.Array(RelationRow) }),
  /** Address of this page without sorting and paging, ending in `?` or `&`. */
  base: Type.String(),
  /** Categories that avoid each other beyond chance, and sets of three or more that go together. */
  apart: Type.Array(ApartRow),
  sets: Type.Array(SetRow),
});
export type Relations = Static<typeof Relations>;
