import { type Static, Type } from '@sinclair/typebox';
import { deliveryStates } from '../../src/deliver/parcel.ts';
import { nullable } from './shared.ts';

export const DeliveryStateSchema = Type.Unsafe<(typeof deliveryStates)[number]>({
  type: 'string',
  enum: [...deliveryStates],
});

export const DeliveryRow = Type.Object({
  id: Type.Integer(),
  /** The idempotency key, which tells no customer's name. */
  key: Type.String(),
  destination: Type.String(),
  caseId: Type.Integer(),
  caseHref: Type.String(),
  happening: Type.String(),
  state: DeliveryStateSchema,
  attempts: Type.Integer(),
  /** When it is tried next; null where it is not. */
  nextAt: nullable(Type.String()),
  reason: nullable(Type.String()),
  reference: nullable(Type.String()),
  changedAt: Type.String(),
});
export type DeliveryRow = Static<typeof DeliveryRow>;

/** Where cases go, how each place is, and what has not arrived. */
export const Deliveries = Type.Object({
  destinations: Type.Array(
    Type.Object({
      name: Type.String(),
      on: Type.Boolean(),
      counts: Type.Record(Type.String(), Type.Integer()),
      /** Since when the oldest one waits; null where none does. */
      waitingSince: nullable(Type.String()),
      failures: Type.Integer(),
      /** Until when it is left alone for its failures. */
      openUntil: nullable(Type.String()),
      reason: nullable(Type.String()),
    }),
  ),
  states: Type.Array(DeliveryStateSchema),
  deliveries: Type.Array(DeliveryRow),
  next: nullable(Type.String()),
  /** How many a replay has just set going. */
  replayed: nullable(Type.Integer()),
});
export type Deliveries = Static<typeof Deliveries>;
