import type { CaseState } from '../../types.ts';
import type { Database, Queryable } from '../database.ts';

export const caseActions = ['accept', 'close', 'reopen', 'reassign'] as const;
export type CaseAction = (typeof caseActions)[number];

/** What somebody does with a case. */
export interface CaseChange {
  caseId: number;
  action: CaseAction;
  /** Who does it, for the history. */
  actor: string;
  /** The user who does it; null, or left out, for the terminal and for Earshot itself. */
  userId?: number | null;
  /** Why, in the person's own words; may be empty. */
  note: string;
  /** The department that a reassigned case goes to; null for anything else. */
  team: string | null;
}

/** `changed`; `missing` where there is no such case; `refused` where its state does not allow it. */
export type CaseOutcome = 'changed' | 'missing' | 'refused';

const from: Record<CaseAction, CaseState[]> = {
  accept: ['open'],
  close: ['open', 'accepted'],
  reopen: ['closed'],
  reassign: ['open', 'accepted'],
};
/** A reassigned case is open again: its new department has not accepted it. */
const to: Record<CaseAction, CaseState> = { accept: 'accepted', close: 'closed', reopen: 'open', reassign: 'open' };
const events: Record<CaseAction, string> = {
  accept: 'accepted',
  close: 'closed',
  reopen: 'reopened',
  reassign: 'reassigned',
};

/** What can be done with a case in this state. */
export function actionsIn(state: CaseState): CaseAction[] {
  return caseActions.filter((action) => from[action].includes(state));
}

/** Changes a case and writes its history, both or neither; of two who do the same at once, one is refused. */
export function changeCase(db: Database, change: CaseChange, now: Date): Promise<CaseOutcome> {
  return db.transaction(async (tx) => {
    const [found] = await tx.query<{ state: CaseState; team: string }>(
      'select state, team from cases where id = $1 for update',
      [change.caseId],
    );
    if (!found) return 'missing';
    if (!from[change.action].includes(found.state) || change.team === found.team) return 'refused';
    await tx.query('update cases set state = $2, team = coalesce($3::text, team) where id = $1', [
      change.caseId,
      to[change.action],
      change.team,
    ]);
    await addEvent(tx, change, found.team, now);
    return 'changed';
  });
}

async function addEvent(tx: Queryable, change: CaseChange, team: string, now: Date): Promise<void> {
  const detail = {
    ...(change.team !== null && { from: team, to: change.team }),
    ...(change.note !== '' && { note: change.note }),
  };
  await tx.query(
    'insert into case_events (case_id, at, actor, event, detail, user_id) values ($1, $2, $3, $4, $5, $6)',
    [change.caseId, now, change.actor, events[change.action], JSON.stringify(detail), change.userId ?? null],
  );
}
