import { type Static, Type } from '@sinclair/typebox';
import { type CaseAction, caseActions } from '../../src/cases/actions.ts';
import { DeliveryRow } from './deliveries.ts';
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
  /** Counts every change; an action that names an older one is refused. */
  version: Type.Integer(),
  owner: nullable(Type.String()),
  /** Who could look after it. */
  members: Type.Array(Type.Object({ userId: Type.Integer(), name: Type.String() })),
  tags: Type.Array(Type.String()),
  mergedInto: nullable(Type.Object({ id: Type.Integer(), href: Type.String() })),
  /** Every complaint of the case, the one that opened it first. */
  texts: Type.Array(
    Type.Object({
      id: Type.Integer(),
      href: Type.String(),
      title: Type.String(),
      receivedAt: Type.String(),
      /** Why it is in this case. */
      because: Type.String(),
      /** Where it would go by itself, and why. */
      route: Type.String(),
    }),
  ),
  /** Words to answer with; null where none are offered. */
  suggestion: nullable(Type.String()),
  /** Whether what is answered goes to the customer by mail. */
  sendsAnswers: Type.Boolean(),
  /** What was told of it outside. */
  deliveries: Type.Array(DeliveryRow),
});
export type CaseView = Static<typeof CaseView>;
