import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

/** What a night found, each in the same shape; what a kind knows nothing of is null. */
export const Finding = Type.Object({
  kind: Type.Unsafe<'relation' | 'trend' | 'deviation' | 'sequence'>({
    type: 'string',
    enum: ['relation', 'trend', 'deviation', 'sequence'],
  }),
  category: Type.String({ description: 'Id of the category, of a sequence the first' }),
  name: Type.String(),
  with: nullable(Type.String({ description: 'Id of the second category' })),
  withName: nullable(Type.String()),
  from: nullable(Type.String({ description: 'First day counted; null where the night counts every day up to `to`' })),
  to: Type.String(),
  observed: Type.Integer({ description: 'Texts; of a sequence customers' }),
  expected: Type.Number(),
  lift: nullable(Type.Number()),
  lowerBound: nullable(Type.Number({ description: '99 % one-sided bounds of the lift' })),
  upperBound: nullable(Type.Number()),
  indicator: nullable(Type.Number({ description: '(O − E) / √E' })),
  p: Type.Number(),
  q: Type.Number({ description: 'p corrected for everything of its kind that was tested that night' }),
  sentiment: nullable(Type.Number()),
  href: nullable(Type.String({ description: 'Opens exactly the texts that are observed' })),
});
export type Finding = Static<typeof Finding>;

/** All that a night found. */
export const FindingList = Type.Object({
  day: Type.String(),
  run: Type.Integer(),
  falseDiscoveries: Type.Number({ description: 'q up to which a finding is called no chance' }),
  findings: Type.Array(Finding),
});
export type FindingList = Static<typeof FindingList>;
