import type { Queryable } from '../database.ts';

/** How a destination is. */
export type CircuitState = { destination: string; failures: number; openUntil: Date | null; reason: string | null };

/** A delivery arrived: whatever failed before, the destination is well. */
export async function closeCircuit(db: Queryable, destination: string): Promise<void> {
  await db.query(
    `update delivery_circuits set failures = 0, open_until = null, reason = null
     where destination = $1 and (failures > 0 or open_until is not null)`,
    [destination],
  );
}

/** One more failure in a row. @returns how many there are now. */
export async function countFailure(db: Queryable, destination: string, reason: string): Promise<number> {
  const [row] = await db.query<{ failures: number }>(
    'update delivery_circuits set failures = failures + 1, reason = $2 where destination = $1 returning failures',
    [destination, reason.slice(0, 500)],
  );
  return row?.failures ?? 0;
}

/** Leaves the destination alone until then; null where it is to be asked at once. */
export async function openCircuit(db: Queryable, destination: string, until: Date | null): Promise<void> {
  await db.query('update delivery_circuits set open_until = $2 where destination = $1', [destination, until]);
}

/** Every destination that was ever asked. */
export function listCircuits(db: Queryable): Promise<CircuitState[]> {
  return db.query<CircuitState>(
    'select destination, failures, open_until as "openUntil", reason from delivery_circuits order by destination',
  );
}
