import { metric, sample } from '../../meters.ts';
import type { CircuitState } from '../../store/deliveries/circuits.ts';
import type { DeliveryTally } from '../../store/deliveries/delivery-tallies.ts';

/** Lines about what leaves the house. */
export function describeDeliveries(
  tallies: readonly DeliveryTally[],
  circuits: readonly CircuitState[],
  now: Date,
): string[] {
  const waiting = tallies.filter(({ state }) => state === 'waiting' || state === 'failed');
  return [
    ...metric('earshot_deliveries', 'gauge', 'Deliveries in the outbox; dead ones wait for somebody to replay them.'),
    ...tallies.map(({ destination, state, count }) => sample('earshot_deliveries', { destination, state }, count)),
    ...metric('earshot_oldest_delivery_seconds', 'gauge', 'How long the delivery that has waited longest has waited.'),
    ...waiting.map(({ destination, state, since }) =>
      sample(
        'earshot_oldest_delivery_seconds',
        { destination, state },
        Math.max(0, (now.getTime() - since.getTime()) / 1000),
      ),
    ),
    ...metric('earshot_destination_paused', 'gauge', '1 while a destination is left alone for its failures.'),
    ...circuits.map(({ destination, openUntil }) =>
      sample('earshot_destination_paused', { destination }, openUntil && openUntil > now ? 1 : 0),
    ),
  ];
}
