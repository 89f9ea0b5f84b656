import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, Count, GradeSchema, nullable } from './shared.ts';

/** A topic, or a value of coded data, and what it does to satisfaction, all else being equal. */
export const DriverRow = Type.Object({
  /** What it is called, in full. */
  name: Type.String(),
  category: nullable(CategoryLink),
  texts: Count,
  effect: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
  /** What it does to the mean of all texts. */
  impact: Type.Number(),
  q: Type.Number(),
  unusual: Type.Boolean(),
  /** How the texts feel about the category, for the picture; null for coded data. */
  mean: nullable(Type.Number()),
  grade: nullable(GradeSchema),
});
export type DriverRow = Static<typeof DriverRow>;

/** What moves satisfaction, by the latest night. */
export const Drivers = Type.Object({
  run: nullable(
    Type.Object({ id: Type.Integer(), fromDay: nullable(Type.String()), day: nullable(Type.String()), texts: Count }),
  ),
  rows: Type.Array(DriverRow),
});
export type Drivers = Static<typeof Drivers>;
