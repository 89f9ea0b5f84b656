import { type Static, Type } from '@sinclair/typebox';
import { type CaseAction, caseActions } from '../../src/cases/actions.ts';
import { CaseRow, ChannelSchema, DepartmentRow, GradeSchema, nullable, TextPart, Turn } from './shared.ts';

/** Complaints by department. */
export const Departments = Type.Object({
  through: Type.Integer(),
  asOf: Type.String(),
  rows: Type.Array(DepartmentRow),
  total: DepartmentRow,
});
export type Departments = Static<typeof Departments>;

/** A case as a list shows it. */
export const ListedCase = Type.Object({
  case: CaseRow,
  title: Type.String(),
  channel: ChannelSchema,
  receivedAt: Type.String(),
  customer: nullable(Type.String()),
  grade: GradeSchema,
  evidence: Type.Array(TextPart),
});
export type ListedCase = Static<typeof ListedCase>;

/** The cases of one department that fit a filter. */
export const Department = Type.Object({
  through: Type.Integer(),
  asOf: Type.String(),
  team: Type.String(),
  name: Type.String(),
  owns: Type.String(),
  row: DepartmentRow,
  /** What the list keeps to, in words; empty for the department's unclosed cases. */
  conditions: Type.Array(Type.Object({ label: Type.String(), without: Type.String() })),
  found: Type.Integer(),
  cases: Type.Array(ListedCase),
  next: nullable(Type.String()),
});
export type Department = Static<typeof Department>;

export const CaseEvent = Type.Object({
  at: Type.String(),
  actor: Type.String(),
  event: Type.String(),
  /** What people need to know about it, in a sentence; empty where the event says it all. */
  note: Type.String(),
});

/** One case with its reasons and history. */
export const CaseView = Type.Object({
  case: CaseRow,
  asOf: Type.String(),
  title: Type.String(),
  textHref: Type.String(),
  channel: ChannelSchema,
  receivedAt: Type.String(),
  customer: nullable(Type.String()),
  grade: GradeSchema,
  /** The sentences that made the case, and the whole text with them marked `case`. */
  evidence: Type.Array(Type.String()),
  understood: Type.Boolean(),
  turns: Type.Array(Turn),
  events: Type.Array(CaseEvent),
  /** What can be done with it in its state. */
  actions: Type.Array(Type.Unsafe<CaseAction>({ type: 'string', enum: [...caseActions] })),
  teams: Type.Array(Type.Object({ team: Type.String(), name: Type.String() })),
});
export type CaseView = Static<typeof CaseView>;
