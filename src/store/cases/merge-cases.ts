import type { Database } from '../database.ts';
import { addCaseEvent, type CaseDoer } from './add-case-event.ts';
import { touchCase } from './change-case.ts';
import { type CaseOutcome, lockCase } from './lock-case.ts';

export interface CaseMerge extends CaseDoer {
  /** The case that goes. */
  caseId: number;
  version?: number | null;
  /** The case that its complaints go to. */
  into: number;
}

/** Moves every complaint of a case to another one that is not closed, and closes it. Both histories say so. */
export function mergeCases(db: Database, merge: CaseMerge, now: Date): Promise<CaseOutcome> {
  const { caseId, into, version = null } = merge;
  return db.transaction(async (tx) => {
    if (caseId === into) return 'refused';
    // By number, so that two who merge the same cases into each other wait for each other and never both.
    await tx.query('select id from cases where id = any($1::bigint[]) order by id for update', [[caseId, into]]);
    const found = await lockCase(tx, caseId, version);
    const target = await lockCase(tx, into);
    if (typeof found === 'string') return found;
    if (typeof target === 'string' || target.state === 'closed' || found.mergedInto !== null) return 'refused';
    await tx.query("update case_documents set case_id = $2, because = 'merged' where case_id = $1", [caseId, into]);
    await tx.query(
      "update cases set state = 'closed', merged_into = $2, version = version + 1 where id = $1 or merged_into = $1",
      [caseId, into],
    );
    await tx.query(
      `update cases k set due_at = least(k.due_at, o.due_at) from cases o where k.id = $2 and o.id = $1 and k.state <> 'closed'`,
      [caseId, into],
    );
    await touchCase(tx, into);
    await addCaseEvent(tx, caseId, { event: 'merged', detail: { into }, by: merge }, now);
    await addCaseEvent(tx, into, { event: 'took in', detail: { other: caseId }, by: merge }, now);
    return 'changed';
  });
}
