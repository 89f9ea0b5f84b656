import { type Static, Type } from '@sinclair/typebox';
import { nullable } from './shared.ts';

/** Who gets the morning report by mail. */
export const Subscribers = Type.Object({
  /** Whether a mail server is set, without which none leaves. */
  canSend: Type.Boolean(),
  /** Whether whoever looks may add and remove any address. */
  mayChange: Type.Boolean(),
  /** The address of whoever looks; null where they have none. */
  own: nullable(Type.String()),
  subscribers: Type.Array(
    Type.Object({ email: Type.String(), addedAt: Type.String(), lastDay: nullable(Type.String()) }),
  ),
});
export type Subscribers = Static<typeof Subscribers>;
