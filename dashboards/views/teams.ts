import { type Static, Type } from '@sinclair/typebox';
import { nullable, PrioritySchema } from './shared.ts';

/** A department as it is set up: fields as a file of teams has them. */
export const TeamSetup = Type.Object({
  key: Type.String(),
  href: Type.String(),
  name: Type.String(),
  owns: Type.String(),
  enabled: Type.Boolean(),
  time_zone: Type.String(),
  /** By weekday, `09:00-12:00 13:00-17:30`; empty for a free day. */
  hours: Type.Record(Type.String(), Type.String()),
  holidays: Type.Array(Type.String()),
  due: Type.Record(Type.String(), Type.Number()),
  capacity: nullable(Type.Integer()),
  /** Cases not closed. */
  load: Type.Integer(),
  overflow: nullable(Type.String()),
  languages: Type.Array(Type.String()),
  members: Type.Array(
    Type.Object({
      userId: Type.Integer(),
      name: Type.String(),
      email: Type.String(),
      role: Type.String(),
      enabled: Type.Boolean(),
    }),
  ),
});
export type TeamSetup = Static<typeof TeamSetup>;

/** Every department as it is set up. */
export const Teams = Type.Object({
  triage: Type.String(),
  teams: Type.Array(TeamSetup),
  changed: nullable(Type.String()),
});
export type Teams = Static<typeof Teams>;

export const TeamProblemRow = Type.Object({ line: Type.Integer(), field: Type.String(), message: Type.String() });

/** One department, to be changed. */
export const TeamForm = Type.Object({
  team: TeamSetup,
  others: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  people: Type.Array(
    Type.Object({ email: Type.String(), name: Type.String(), role: Type.String(), isMember: Type.Boolean() }),
  ),
  priorities: Type.Array(PrioritySchema),
  /** What was wrong with a change that was asked for, and what was written. */
  problems: Type.Array(TeamProblemRow),
  written: Type.Record(Type.String(), Type.String()),
});
export type TeamForm = Static<typeof TeamForm>;

/** What a file of teams changes, or would change. */
export const TeamsChangeView = Type.Object({
  problems: Type.Array(TeamProblemRow),
  differences: Type.Array(
    Type.Object({ team: Type.String(), field: Type.String(), before: nullable(Type.String()), after: Type.String() }),
  ),
});
