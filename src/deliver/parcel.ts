import type { MailMessage } from './mail-message.ts';
import type { Outcome } from './outcome.ts';

/** `failed` is tried again; `dead` waits for somebody to replay it; `dropped` was not to be sent. */
export const deliveryStates = ['waiting', 'failed', 'sent', 'dead', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What leaves: a mail, or the body of a request. */
export type Payload = { mail: Omit<MailMessage, 'key'> } | { body: string };

/** One delivery, ready to leave. */
export interface Parcel {
  key: string;
  destination: string;
  payload: Payload;
}

/** Brings a parcel where it belongs. @throws Error only where we are at fault; a destination's failure is an outcome. */
export type Courier = (parcel: Parcel, at: Date) => Promise<Outcome>;
