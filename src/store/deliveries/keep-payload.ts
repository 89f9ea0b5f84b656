import type { Payload } from '../../deliver/parcel.ts';
import type { Queryable } from '../database.ts';
import { storableJson } from '../storable.ts';
import type { TakenDelivery } from './delivery.ts';

/** Keeps what leaves, so that each attempt sends the same. @returns what was kept first. */
export async function keepPayload(db: Queryable, { id }: TakenDelivery, payload: Payload): Promise<Payload> {
  const [row] = await db.query<{ payload: Payload }>(
    'update deliveries set payload = coalesce(payload, $2::jsonb) where id = $1 returning payload',
    [id, storableJson(payload)],
  );
  if (!row) throw new Error(`Delivery ${id} is gone.`);
  return row.payload;
}
