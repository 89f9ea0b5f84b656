/** What came of one attempt. */
export type Outcome = Sent | Refused | Dropped;

export interface Sent {
  state: 'sent';
  /** By what the other side knows it: a ticket's number, a Message-ID; null where it does not say. */
  reference: string | null;
}

export interface Refused {
  state: 'refused';
  /** Why, in words that name no customer. */
  reason: string;
  /** Whether this delivery would be refused again, however long it waits. */
  permanent: boolean;
  /** When the other side asks to be asked again. */
  retryAfterSeconds?: number;
  /** True where the fault is this delivery's or ours: then the destination is well, and its circuit stays closed. */
  ours?: boolean;
}

/** It is not to be sent at all, and why: an answer to an automatic mail, say. */
export interface Dropped {
  state: 'dropped';
  reason: string;
}
