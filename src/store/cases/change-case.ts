import { type CaseAction, caseRules } from '../../cases/actions.ts';
import type { Database, Queryable } from '../database.ts';
import { announce, type Destinations } from '../deliveries/announce.ts';
import { addCaseEvent, type CaseDoer } from './add-case-event.ts';
import { type CaseOutcome, type LockedCase, lockCase } from './lock-case.ts';

/** What somebody does with a case. */
export interface CaseChange extends CaseDoer {
  caseId: number;
  action: CaseAction;
  /** The department that a reassigned case goes to; null for anything else. */
  team: string | null;
  /** Of the case as the person saw it; null, or left out, to act on whatever it is now. */
  version?: number | null;
  /** What is sent to the customer, where that is how it is answered. */
  answer?: string;
}

/**
 * Changes a case, writes its history, and announces both, all or nothing; of two who do the same at once one is refused.
 */
export function changeCase(
  db: Database,
  change: CaseChange,
  now: Date,
  destinations: Destinations = {},
): Promise<CaseOutcome> {
  const { caseId, action, team, version = null } = change;
  const { from, to, event } = caseRules[action];
  return db.transaction(async (tx) => {
    const found = await lockCase(tx, caseId, version);
    if (typeof found === 'string') return found;
    if (found.mergedInto !== null || !from.includes(found.state) || team === found.team) return 'refused';
    const beginsAnew = action === 'reassign' || action === 'reopen';
    await tx.query(
      `update cases set state = $2, team = coalesce($3::text, team), version = version + 1, round = round + $4,
         owner_id = case when $3::text is null then owner_id end where id = $1`,
      [caseId, to, team, beginsAnew ? 1 : 0],
    );
    const eventId = await addCaseEvent(tx, caseId, { event, detail: detailOf(change, found), by: change }, now);
    const told = { caseId, eventId, happening: event, team: team ?? found.team, priority: found.priority };
    await announce(tx, destinations, [told], now);
    return 'changed';
  });
}

function detailOf({ team, answer }: CaseChange, found: LockedCase): Record<string, unknown> {
  return { ...(team !== null && { from: found.team, to: team }), ...(answer && { answer }) };
}

/** Notes that a case is not as it was, so that whoever looks at an older one is asked to look again. */
export async function touchCase(tx: Queryable, caseId: number): Promise<void> {
  await tx.query('update cases set version = version + 1 where id = $1', [caseId]);
}
