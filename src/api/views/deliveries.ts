import { type Static, Type } from '@sinclair/typebox';
import { type Deliveries, type DeliveryRow, DeliveryStateSchema } from '../../../dashboards/views/deliveries.ts';
import type { DeliveryState } from '../../deliver/parcel.ts';
import { listCircuits } from '../../store/deliveries/circuits.ts';
import { deliveryTallies } from '../../store/deliveries/delivery-tallies.ts';
import { type ListedDelivery, listDeliveries } from '../../store/deliveries/list-deliveries.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { caseHref } from '../links.ts';
import type { Services } from '../services.ts';

export const DeliveriesQuery = Type.Object(
  {
    state: Type.Optional(Type.Array(DeliveryStateSchema, { description: 'Left out, all that have not arrived' })),
    destination: Type.Optional(Type.String({ maxLength: 100 })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Id of the last one of a page' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
    replayed: Type.Optional(Type.Integer({ minimum: 0, description: 'How many a replay has just set going' })),
  },
  { additionalProperties: false },
);
export type DeliveriesQuery = Static<typeof DeliveriesQuery>;

const notArrived: DeliveryState[] = ['waiting', 'failed', 'dead'];

/** Where cases go, how each place is, and what has not arrived. */
export function deliveriesView(
  { database, destinations }: Pick<Services, 'database' | 'destinations' | 'now'>,
  query: DeliveriesQuery,
): Promise<Deliveries> {
  const { state: states = notArrived, destination, before = null, limit = 50, replayed = null } = query;
  return readSnapshot(database, async (tx) => {
    const tallies = await deliveryTallies(tx);
    const circuits = await listCircuits(tx);
    const page = { before, limit: limit + 1 };
    const found = await listDeliveries(tx, { states, destination: destination ?? null }, page);
    const last = found[limit - 1];
    const names = new Set([...Object.keys(destinations), ...tallies.map((tally) => tally.destination)]);
    return {
      destinations: [...names].map((name) => {
        const own = tallies.filter((tally) => tally.destination === name);
        const waiting = own.filter((tally) => tally.state === 'waiting' || tally.state === 'failed');
        const circuit = circuits.find((one) => one.destination === name);
        const since = waiting.map((tally) => tally.since.toISOString()).sort()[0] ?? null;
        return {
          ...{ name, on: destinations[name]?.on ?? false, waitingSince: since },
          counts: Object.fromEntries(own.map(({ state, count }) => [state, count])),
          failures: circuit?.failures ?? 0,
          openUntil: circuit?.openUntil?.toISOString() ?? null,
          reason: circuit?.reason ?? null,
        };
      }),
      states,
      deliveries: found.slice(0, limit).map(deliveryRow),
      next: found.length > limit && last ? deliveriesHref({ ...query, replayed: undefined, before: last.id }) : null,
      replayed,
    };
  });
}

export function deliveryRow({ nextAt, changedAt, createdAt: _, ...delivery }: ListedDelivery): DeliveryRow {
  const isTried = delivery.state === 'waiting' || delivery.state === 'failed';
  return {
    ...delivery,
    caseHref: caseHref(delivery.caseId),
    nextAt: isTried ? nextAt.toISOString() : null,
    changedAt: changedAt.toISOString(),
  };
}

/** The address of the page that answers the query. */
export function deliveriesHref(query: { [K in keyof DeliveriesQuery]?: DeliveriesQuery[K] | undefined }): string {
  const { state = [], ...others } = query;
  const pairs = [
    ...state.map((one) => ['state', one]),
    ...Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ];
  return pairs.length > 0 ? `/deliveries?${new URLSearchParams(pairs)}` : '/deliveries';
}
