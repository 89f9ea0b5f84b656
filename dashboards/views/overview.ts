import { type Static, Type } from '@sinclair/typebox';
import {
  ChannelSchema,
  Count,
  DepartmentRow,
  Period,
  RelationRow,
  Satisfaction,
  Timeline,
  TopicRow,
} from './shared.ts';

/** Everything at a glance. */
export const Overview = Type.Object({
  through: Type.Integer(),
  asOf: Type.String(),
  period: Period,
  texts: Count,
  satisfaction: Satisfaction,
  /** Complaints not yet closed, and those of them that are past their due time. */
  unclosed: Count,
  overdue: Count,
  keptAside: Count,
  /** Texts taken in but not read yet. */
  waiting: Type.Integer(),
  notUnderstood: Type.Array(Type.Object({ language: Type.String(), texts: Count })),
  channels: Type.Array(Type.Object({ channel: ChannelSchema, texts: Count, satisfaction: Satisfaction })),
  timeline: Timeline,
  topics: Type.Array(TopicRow),
  signals: Type.Array(TopicRow),
  departments: Type.Array(DepartmentRow),
  findings: Type.Array(RelationRow),
  /** Where files are dropped; shown while the store is empty. */
  inbox: Type.String(),
});
export type Overview = Static<typeof Overview>;
