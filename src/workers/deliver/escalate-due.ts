import type { NamedStep } from '../../cases/escalation.ts';
import { escalateCases } from '../../store/cases/escalate-cases.ts';
import type { Database } from '../../store/database.ts';
import type { Destinations } from '../../store/deliveries/announce.ts';

/** Steps in their order; nothing is told where it is off. */
export interface EscalationPlan {
  on: boolean;
  backlogDays: number;
  steps: readonly NamedStep[];
}

const batch = 100;

/** Tells every step that is due of every case that waits, each once. @returns how many were told. */
export async function escalateDue(
  { database, destinations, now }: { database: Database; destinations: Destinations; now: () => Date },
  { on, backlogDays, steps }: EscalationPlan,
): Promise<number> {
  let told = 0;
  for (const step of on ? steps : []) {
    for (let count = batch; count === batch; told += count) {
      count = await escalateCases(database, { step, backlogDays, destinations, limit: batch }, now());
    }
  }
  return told;
}
