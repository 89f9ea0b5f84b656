import type { Logger } from 'pino';
import { every } from '../every.ts';
import { deliverDue } from './deliver-due.ts';
import { type EscalationPlan, escalateDue } from './escalate-due.ts';
import type { Outbox } from './outbox.ts';

/** Nobody notices so short a wait, and the question costs one look into an index for each destination. */
const deliverSeconds = 2;
const escalateSeconds = 20;

/**
 * Escalates what is late and empties the outbox from now on. The store is asked again and again and nothing is queued
 * anywhere else, so there is nothing that could be lost. @returns a function that stops both and waits for what is under
 * way.
 */
export function startDeliveries(outbox: Outbox & { log: Logger }, plan: EscalationPlan): () => Promise<void> {
  const { database, delivery, log, now } = outbox;
  const stopping = new AbortController();
  const escalate = () => escalateDue({ database, destinations: delivery.destinations, now }, plan);
  const stops = [
    every(deliverSeconds, log, () => deliverDue(outbox, stopping.signal)),
    every(escalateSeconds, log, escalate),
  ];
  return async () => {
    stopping.abort();
    await Promise.all(stops.map((stop) => stop()));
  };
}
