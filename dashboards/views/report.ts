import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

const Hashes = Type.Record(Type.String(), Type.String());
const ReportRelation = Type.Object({
  antecedent: Type.String(),
  consequent: Type.String(),
  observed: Type.Integer(),
  expected: Type.Number(),
  lower: Type.Number(),
  q: Type.Number(),
  sentiment: Type.Number(),
});

/** A day's findings, and what changed since the night before. */
export const Report = Type.Object({
  day: Type.String(),
  fromDay: nullable(Type.String()),
  documents: Type.Integer(),
  before: nullable(Type.String()),
  volume: Type.Object({ day: Type.Integer(), week: Type.Integer(), weekBefore: Type.Integer() }),
  movers: Type.Array(
    Type.Object({
      category: Type.String(),
      day: Type.String(),
      days: Type.Integer(),
      observed: Type.Integer(),
      expected: Type.Number(),
      indicator: Type.Number(),
      p: Type.Number(),
      q: Type.Number(),
    }),
  ),
  newRelations: Type.Array(ReportRelation),
  lostRelations: Type.Array(ReportRelation),
  changed: Type.Array(Type.String()),
  overdue: Type.Array(Type.Object({ team: Type.String(), cases: Type.Integer() })),
  asOf: Type.String(),
  versions: Hashes,
  manifest: Hashes,
});
export type Report = Static<typeof Report>;
