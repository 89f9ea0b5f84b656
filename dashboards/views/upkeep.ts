import { type Static, Type } from '@sinclair/typebox';
import { ChannelSchema, Count, nullable } from './shared.ts';

/** What could not be read, kept aside with its bytes. */
export const Failures = Type.Object({
  found: Type.Integer(),
  failures: Type.Array(
    Type.Object({
      id: Type.String(),
      source: Type.String(),
      reason: Type.String(),
      channel: ChannelSchema,
      format: Type.String(),
      /** Bytes. */
      size: Type.Integer(),
      failedAt: Type.String(),
      download: Type.String(),
    }),
  ),
  next: nullable(Type.String()),
  /** Texts that wait to be read again, after a replay. */
  replayed: nullable(Type.Integer()),
});
export type Failures = Static<typeof Failures>;

/** Mining runs, the newest first. */
export const Runs = Type.Object({
  runs: Type.Array(
    Type.Object({
      id: Type.Integer(),
      /** The night's day and the first that it looked at; null where it looked at all. */
      day: nullable(Type.String()),
      fromDay: nullable(Type.String()),
      startedAt: Type.String(),
      endedAt: nullable(Type.String()),
      texts: Count,
      relations: Type.Integer(),
      /** What it is at while it is under way, and how many texts it has read there. */
      step: nullable(Type.String()),
      stepTexts: nullable(Type.Integer()),
      /** Why it did not end. */
      failure: nullable(Type.String()),
      /** Numbers counted a second time, and those of them that came out otherwise. */
      checked: Type.Integer(),
      differing: Type.Integer(),
      versions: Type.Record(Type.String(), Type.String()),
      /** Hashes of code, settings and data, and of the findings that came of them. */
      manifest: Type.Record(Type.String(), Type.String()),
    }),
  ),
});
export type Runs = Static<typeof Runs>;
