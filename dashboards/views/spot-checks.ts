import { type Static, Type } from '@sinclair/typebox';
import { CategoryLink, ChannelSchema, nullable, Turn } from './shared.ts';

/** A share as the machine counts it, and corrected by what a person said of the sample. */
export const CorrectedShareView = Type.Object({
  predicted: Type.Number(),
  corrected: Type.Number(),
  lower: Type.Number(),
  upper: Type.Number(),
  /** Labelled texts that it rests on. */
  sampled: Type.Integer(),
});
export type CorrectedShareView = Static<typeof CorrectedShareView>;

/** What a person says of a few texts a week, and what that says of all of them. */
export const SpotChecks = Type.Object({
  confidence: Type.Number(),
  /** The text to be labelled now; null where none waits. */
  next: nullable(
    Type.Object({
      week: Type.String(),
      documentId: Type.Integer(),
      position: Type.Integer(),
      title: Type.String(),
      channel: ChannelSchema,
      turns: Type.Array(Turn),
    }),
  ),
  /** Topics to choose from, those of one heading together. */
  choices: Type.Array(Type.Object({ heading: CategoryLink, categories: Type.Array(CategoryLink) })),
  teams: Type.Array(Type.Object({ team: Type.String(), name: Type.String() })),
  weeks: Type.Array(
    Type.Object({
      week: Type.String(),
      population: Type.Integer(),
      drawn: Type.Integer(),
      labelled: Type.Integer(),
    }),
  ),
  /** Of the weeks that have labels: topics that machine or person names, the commonest first. */
  shares: Type.Array(Type.Object({ category: CategoryLink, share: CorrectedShareView })),
  /** Of complaints by the person's word that were routed, how many went first where the person says. */
  routing: nullable(
    Type.Object({
      complaints: Type.Integer(),
      /** Complaints by the person's word that opened no case. */
      missed: Type.Integer(),
      /** Cases that are no complaint by the person's word. */
      invented: Type.Integer(),
      right: Type.Integer(),
      routed: Type.Integer(),
      lower: Type.Number(),
      upper: Type.Number(),
    }),
  ),
});
export type SpotChecks = Static<typeof SpotChecks>;
