import { longestWaitSeconds } from '../../deliver/backoff.ts';
import type { Outcome } from '../../deliver/outcome.ts';
import type { TakenDelivery } from '../../store/deliveries/delivery.ts';
import { takeDeliveries } from '../../store/deliveries/take-deliveries.ts';
import type { Outbox } from './outbox.ts';
import { prepare } from './prepare.ts';
import { settle } from './settle.ts';

/** Deliveries under way at once for one destination. */
const atOnce = 8;

/**
 * Sends whatever is due, destination by destination, until nothing is or `signal` says so. Nothing is sent within a
 * transaction: a delivery is taken for a while, sent, and then settled; whoever dies in between leaves it to be sent
 * once more under the same key. @returns how many attempts were made.
 */
export async function deliverDue(outbox: Outbox, signal?: AbortSignal): Promise<number> {
  const names = Object.entries(outbox.delivery.destinations).filter(([, { on }]) => on);
  const counts = await Promise.all(names.map(([name, { perMinute }]) => empty(outbox, { name, perMinute }, signal)));
  return counts.reduce((sum, count) => sum + count, 0);
}

async function empty(
  outbox: Outbox,
  { name, perMinute }: { name: string; perMinute: number },
  signal: AbortSignal | undefined,
): Promise<number> {
  const { database, delivery, now } = outbox;
  const options = {
    ...{ destination: name, perMinute, limit: atOnce },
    // Twice the time that a request may take, for what stands around it.
    leaseSeconds: delivery.timeoutSeconds * 2 + 30,
    longestWaitSeconds: longestWaitSeconds(delivery.retry),
  };
  for (let count = 0; ; ) {
    if (signal?.aborted) return count;
    const taken = await takeDeliveries(database, options, now());
    if (taken.length === 0) return count;
    await Promise.all(taken.map((one) => attempt(outbox, one)));
    count += taken.length;
  }
}

/** One attempt from beginning to end. What goes wrong in this house is a failed attempt as well, and is told. */
async function attempt(outbox: Outbox, taken: TakenDelivery): Promise<void> {
  const outcome = await outcomeOf(outbox, taken).catch((err: unknown): Outcome => {
    outbox.log.error({ err, key: taken.key }, 'a delivery met an error');
    return {
      state: 'refused',
      reason: 'Earshot met an error of its own; the log tells which.',
      permanent: false,
      ours: true,
    };
  });
  if (outcome) await settle(outbox, taken, outcome);
}

async function outcomeOf(outbox: Outbox, taken: TakenDelivery): Promise<Outcome | null> {
  const prepared = await prepare(outbox, taken);
  if (prepared === 'addressed') return null;
  if ('outcome' in prepared) return prepared.outcome;
  const { key, destination } = taken;
  return outbox.post.send({ key, destination, payload: prepared.payload }, outbox.now());
}
