import type { Happening } from '../../deliver/destination.ts';
import type { Payload } from '../../deliver/parcel.ts';

/** A delivery that was taken to be sent. */
export type TakenDelivery = {
  id: number;
  key: string;
  destination: string;
  caseId: number;
  eventId: number;
  happening: Happening;
  recipient: string | null;
  payload: Payload | null;
  /** Since it was announced or replayed, this one included. */
  attempts: number;
  /** Whoever ends the attempt must still hold the same. */
  turn: number;
};

export const takenColumns = `id, key, destination, case_id as "caseId", event_id as "eventId", happening, recipient,
  payload, attempts, turn`;
