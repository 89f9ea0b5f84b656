import type { DeliveryState } from '../../deliver/parcel.ts';
import type { Database } from '../database.ts';
import { storableText } from '../storable.ts';
import type { TakenDelivery } from './delivery.ts';

/** What an attempt ends with. */
export interface AttemptEnd {
  state: DeliveryState;
  reason: string | null;
  reference: string | null;
  /** When a failed delivery is tried again. */
  nextAt: Date;
}

/**
 * Notes what came of an attempt. Where its lease had run out and another attempt has begun since, that one tells.
 * @returns whether it was noted.
 */
export async function endAttempt(
  db: Database,
  { id, turn }: TakenDelivery,
  { state, reason, reference, nextAt }: AttemptEnd,
  now: Date,
): Promise<boolean> {
  const rows = await db.query(
    `update deliveries set state = $3, reason = $4, reference = $5, next_at = $6, leased_until = null, changed_at = $7
     where id = $1 and turn = $2 and state in ('waiting', 'failed') returning id`,
    [
      id,
      turn,
      state,
      reason === null ? null : storableText(reason).slice(0, 500),
      reference && storableText(reference),
      nextAt,
      now,
    ],
  );
  return rows.length > 0;
}
