import { backoffSeconds, longestRetryAfterSeconds, pauseSeconds } from '../../deliver/backoff.ts';
import type { Outcome, Refused } from '../../deliver/outcome.ts';
import { closeCircuit, countFailure, openCircuit } from '../../store/deliveries/circuits.ts';
import type { TakenDelivery } from '../../store/deliveries/delivery.ts';
import { endAttempt } from '../../store/deliveries/end-attempt.ts';
import type { Outbox } from './outbox.ts';

/** Writes down what came of an attempt, and what it says of the destination. */
export async function settle(outbox: Outbox, taken: TakenDelivery, outcome: Outcome): Promise<void> {
  const { database, log, now } = outbox;
  if (outcome.state === 'refused') return settleRefusal(outbox, taken, outcome);
  const end = {
    state: outcome.state,
    reason: outcome.state === 'dropped' ? outcome.reason : null,
    reference: outcome.state === 'sent' ? outcome.reference : null,
    nextAt: now(),
  };
  await endAttempt(database, taken, end, now());
  if (outcome.state === 'sent') await closeCircuit(database, taken.destination);
  log.info({ key: taken.key, attempt: taken.attempts, state: outcome.state }, 'settled a delivery');
}

async function settleRefusal(outbox: Outbox, taken: TakenDelivery, refused: Refused): Promise<void> {
  const { database, delivery, log, now, chance } = outbox;
  const { reason, permanent, ours = false } = refused;
  const asked = Math.min(refused.retryAfterSeconds ?? 0, longestRetryAfterSeconds);
  const after = (seconds: number) => new Date(now().getTime() + seconds * 1000);
  const isDead = permanent || taken.attempts >= delivery.retry.attempts;
  const wait = Math.max(backoffSeconds(delivery.retry, taken.attempts, chance()), asked);
  await endAttempt(
    database,
    taken,
    { state: isDead ? 'dead' : 'failed', reason, reference: null, nextAt: after(wait) },
    now(),
  );
  log.warn({ key: taken.key, attempt: taken.attempts, reason, dead: isDead }, 'a delivery failed');
  // Whoever refuses this one for good is well; of whoever was not even asked nothing is known.
  if (ours) return permanent ? closeCircuit(database, taken.destination) : undefined;
  const failures = await countFailure(database, taken.destination, reason);
  const pause = Math.max(pauseSeconds(delivery.circuit, failures), asked);
  await openCircuit(database, taken.destination, pause > 0 ? after(pause) : null);
}
