import { type Destination, type Happening, wants } from '../../deliver/destination.ts';
import type { Priority } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** An event of a case, just written to its history. */
export interface Announced {
  caseId: number;
  eventId: number;
  happening: Happening;
  team: string;
  priority: Priority;
}

/** Where cases go, by name. */
export type Destinations = Readonly<Record<string, Destination>>;

/**
 * Puts a delivery into the outbox for each event and each destination that wants it, within the transaction that wrote
 * the events. The key follows from the event, so that it is the same however often this is tried.
 */
export async function announce(
  tx: Queryable,
  destinations: Destinations,
  events: readonly Announced[],
  now: Date,
): Promise<void> {
  const rows = Object.entries(destinations).flatMap(([destination, declared]) =>
    events.filter((event) => wants(declared, event)).map((event) => ({ ...event, destination })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into deliveries (key, destination, case_id, event_id, happening, next_at, created_at, changed_at)
     select concat_ws('/', 'case-' || case_id, happening, event_id, destination), destination, case_id, event_id,
            happening, $1, $1, $1
     from unnest($2::text[], $3::bigint[], $4::bigint[], $5::text[]) as t(destination, case_id, event_id, happening)
     order by event_id, destination
     on conflict (key) do nothing`,
    [
      now,
      rows.map(({ destination }) => destination),
      rows.map(({ caseId }) => caseId),
      rows.map(({ eventId }) => eventId),
      rows.map(({ happening }) => happening),
    ],
  );
}
