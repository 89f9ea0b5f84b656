import type { Database, SqlValue } from '../database.ts';
import { storableText } from '../storable.ts';
import { addCaseEvent, type CaseDoer } from './add-case-event.ts';
import { type CaseOutcome, lockCase } from './lock-case.ts';

/** What of a case can be set whatever its state; what is left out stays. */
export interface CaseEdit extends CaseDoer {
  caseId: number;
  version?: number | null;
  /** The user who looks after it; null for nobody. */
  owner?: { userId: number | null; name: string };
  dueAt?: Date;
  tags?: string[];
}

/** Sets owner, due time or tags, or only adds the note to the history. */
export function editCase(db: Database, edit: CaseEdit, now: Date): Promise<CaseOutcome> {
  const { caseId, owner, dueAt, tags, version = null } = edit;
  return db.transaction(async (tx) => {
    const found = await lockCase(tx, caseId, version);
    if (typeof found === 'string') return found;
    if (found.mergedInto !== null) return 'refused';
    const sets: string[] = ['version = version + 1'];
    const params: SqlValue[] = [caseId];
    if (owner) sets.push(`owner_id = $${params.push(owner.userId)}`);
    // A later due time is a new chance to keep it: its steps are told anew.
    if (dueAt) sets.push(`due_at = $${params.push(dueAt)}`, 'round = round + 1');
    if (tags) sets.push(`tags = $${params.push(tags.map(storableText))}::text[]`);
    await tx.query(`update cases set ${sets.join(', ')} where id = $1`, params);
    const changes: [event: string, detail: Record<string, unknown>][] = [
      ...(owner ? [['owned', { owner: owner.name }] as [string, Record<string, unknown>]] : []),
      ...(dueAt ? [['due', { dueAt: dueAt.toISOString() }] as [string, Record<string, unknown>]] : []),
      ...(tags ? [['tagged', { tags }] as [string, Record<string, unknown>]] : []),
    ];
    const all: typeof changes = changes.length > 0 ? changes : [['noted', {}]];
    for (const [event, detail] of all) await addCaseEvent(tx, caseId, { event, detail, by: edit }, now);
    return 'changed';
  });
}
