import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

/** Rules in words, with what each did with the latest texts. */
export const Rules = Type.Object({
  texts: Type.Integer(),
  complaints: Type.Integer(),
  rules: Type.Array(
    Type.Object({
      name: Type.String(),
      words: Type.String(),
      team: Type.String(),
      fits: Type.Integer(),
      wins: Type.Integer(),
      shadowedBy: nullable(Type.Object({ rule: Type.String(), texts: Type.Integer(), example: Type.Integer() })),
    }),
  ),
  fallThrough: Type.Object({ texts: Type.Integer(), examples: Type.Array(Type.Integer()) }),
  problems: Type.Array(Type.String()),
});
export type Rules = Static<typeof Rules>;
