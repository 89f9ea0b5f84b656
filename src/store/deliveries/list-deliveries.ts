import type { DeliveryState } from '../../deliver/parcel.ts';
import type { Queryable } from '../database.ts';

/** A delivery as people look at it. */
export type ListedDelivery = {
  id: number;
  key: string;
  destination: string;
  caseId: number;
  happening: string;
  state: DeliveryState;
  attempts: number;
  nextAt: Date;
  reason: string | null;
  reference: string | null;
  createdAt: Date;
  changedAt: Date;
};

const columns = `id, key, destination, case_id as "caseId", happening, state, attempts, next_at as "nextAt", reason,
  reference, created_at as "createdAt", changed_at as "changedAt"`;

/** One page of those in these states, the latest first. @param page.before id of the last one of the page before. */
export function listDeliveries(
  db: Queryable,
  { states, destination = null }: { states: readonly DeliveryState[]; destination?: string | null },
  page: { before: number | null; limit: number },
): Promise<ListedDelivery[]> {
  return db.query<ListedDelivery>(
    `select ${columns} from deliveries
     where state = any($1::text[]) and ($2::text is null or destination = $2) and ($3::bigint is null or id < $3)
     order by id desc limit $4`,
    [[...states], destination, page.before, page.limit],
  );
}

/** What was told of a case, the oldest first. */
export function caseDeliveries(db: Queryable, caseId: number): Promise<ListedDelivery[]> {
  return db.query<ListedDelivery>(`select ${columns} from deliveries where case_id = $1 order by id limit 200`, [
    caseId,
  ]);
}
