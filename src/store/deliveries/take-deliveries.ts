import type { Database, Queryable } from '../database.ts';
import { type TakenDelivery, takenColumns } from './delivery.ts';

export interface TakeOptions {
  destination: string;
  perMinute: number;
  /** At most so many at once. */
  limit: number;
  leaseSeconds: number;
  /** No clock that goes right puts anything off for longer, neither a delivery nor the pause of a destination. */
  longestWaitSeconds: number;
}

type Circuit = { openUntil: Date | null; minuteAt: Date; begun: number };

/**
 * Takes deliveries of one destination that are due, for as long as the lease lasts: as many as its limit a minute
 * allows, none while it is left alone for its failures, and one after that, to see whether it is well again. Of several
 * processes one takes at a time. The longest waiting go first; what has not failed yet is due whatever the clock says.
 */
export function takeDeliveries(db: Database, options: TakeOptions, now: Date): Promise<TakenDelivery[]> {
  return db.transaction(async (tx) => {
    const circuit = await lockCircuit(tx, options.destination, now);
    if (!circuit) return [];
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const { openUntil } = circuit;
    const latest = after(options.longestWaitSeconds);
    if (openUntil && openUntil > now && openUntil <= latest) return [];
    const isThisMinute = circuit.minuteAt <= now && circuit.minuteAt > after(-60);
    const begun = isThisMinute ? circuit.begun : 0;
    const limit = openUntil ? 1 : Math.min(options.limit, options.perMinute - begun);
    if (limit < 1) return [];
    const taken = await take(tx, options, { limit, now, until: after(options.leaseSeconds), latest });
    if (taken.length === 0) return [];
    await tx.query(
      'update delivery_circuits set minute_at = $2, begun = $3, open_until = $4 where destination = $1',
      // While one is tried, the others wait for what becomes of it.
      [
        options.destination,
        isThisMinute ? circuit.minuteAt : now,
        begun + taken.length,
        openUntil && after(options.leaseSeconds),
      ],
    );
    return taken;
  });
}

/** The destination's row, locked; null where another process is taking at this moment. */
async function lockCircuit(tx: Queryable, destination: string, now: Date): Promise<Circuit | null> {
  await tx.query('insert into delivery_circuits (destination, minute_at) values ($1, $2) on conflict do nothing', [
    destination,
    now,
  ]);
  const [row] = await tx.query<Circuit>(
    `select open_until as "openUntil", minute_at as "minuteAt", begun from delivery_circuits
     where destination = $1 for update skip locked`,
    [destination],
  );
  return row ?? null;
}

function take(
  tx: Queryable,
  { destination, leaseSeconds }: TakeOptions,
  { limit, now, until, latest }: { limit: number; now: Date; until: Date; latest: Date },
): Promise<TakenDelivery[]> {
  return tx.query<TakenDelivery>(
    `with due as (
       select id from deliveries
       where destination = $1 and state in ('waiting', 'failed') and (state = 'waiting' or next_at <= $2 or next_at > $5)
         and (leased_until is null or leased_until <= $2 or leased_until > $4::timestamptz + make_interval(secs => $6))
       order by next_at, id limit $3 for update skip locked
     )
     update deliveries set leased_until = $4, attempts = attempts + 1, turn = turn + 1, changed_at = $2
     where id in (select id from due) returning ${takenColumns}`,
    [destination, now, limit, until, latest, leaseSeconds],
  );
}
