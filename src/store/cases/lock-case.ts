import type { CaseState, Priority } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A case as it is at this moment, held until the transaction ends. */
export type LockedCase = {
  id: number;
  team: string;
  priority: Priority;
  state: CaseState;
  version: number;
  mergedInto: number | null;
};

/** `changed`; `missing` where there is no such case; `stale` where it is not as the person saw it; `refused` else. */
export type CaseOutcome = 'changed' | 'missing' | 'refused' | 'stale';

/** Locks a case. @param version that the person saw; null where it does not matter. */
export async function lockCase(
  tx: Queryable,
  id: number,
  version: number | null = null,
): Promise<LockedCase | 'missing' | 'stale'> {
  const [found] = await tx.query<LockedCase>(
    `select id, team, priority, state, version, merged_into as "mergedInto" from cases where id = $1 for update`,
    [id],
  );
  if (!found) return 'missing';
  return version === null || version === found.version ? found : 'stale';
}
