import type { DeliveryState } from '../../deliver/parcel.ts';
import type { Queryable } from '../database.ts';

/** Deliveries of one destination in one state, and since when the oldest of them has waited. */
export type DeliveryTally = { destination: string; state: DeliveryState; count: number; since: Date };

export function deliveryTallies(db: Queryable): Promise<DeliveryTally[]> {
  return db.query<DeliveryTally>(
    `select destination, state, count(*)::int as count, min(created_at) as since from deliveries
     group by destination, state order by destination, state`,
  );
}
