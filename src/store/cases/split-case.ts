import type { Database, Queryable } from '../database.ts';
import { announce, type Destinations } from '../deliveries/announce.ts';
import { addCaseEvent, type CaseDoer } from './add-case-event.ts';
import { touchCase } from './change-case.ts';
import { type CaseOutcome, lockCase } from './lock-case.ts';

export interface CaseSplit extends CaseDoer {
  caseId: number;
  version?: number | null;
  /** The complaint that gets a case of its own: one of this case, and not the one that opened it. */
  documentId: number;
}

/**
 * Gives a complaint a case of its own, with the same team, priority and due time. One that had a case before it was
 * merged gets that one back, open.
 */
export function splitCase(
  db: Database,
  split: CaseSplit,
  now: Date,
  destinations: Destinations = {},
): Promise<CaseOutcome> {
  const { caseId, documentId, version = null } = split;
  return db.transaction(async (tx) => {
    const found = await lockCase(tx, caseId, version);
    if (typeof found === 'string') return found;
    const [inside] = await tx.query(
      `select from case_documents l where l.case_id = $1 and l.document_id = $2
         and not exists (select from cases k where k.id = $1 and k.document_id = $2)`,
      [caseId, documentId],
    );
    if (!inside) return 'refused';
    const newId = await ownCase(tx, split, now);
    await touchCase(tx, caseId);
    await addCaseEvent(tx, caseId, { event: 'split', detail: { other: newId, text: documentId }, by: split }, now);
    const opening = {
      event: 'opened',
      detail: { from: caseId, team: found.team, priority: found.priority },
      by: split,
    };
    const eventId = await addCaseEvent(tx, newId, opening, now);
    await announce(tx, destinations, [{ ...found, caseId: newId, eventId, happening: 'opened' }], now);
    return 'changed';
  });
}

/** Without the sentences of the other text, which say nothing of this one. */
async function ownCase(tx: Queryable, { caseId, documentId }: CaseSplit, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into cases (document_id, team, routed_team, priority, due_at, state, routed_by, because, score, sentences,
       suggestions, opened_at)
     select $2, team, team, priority, due_at, 'open', routed_by, because, score, '[]', '[]', $3 from cases where id = $1
     on conflict (document_id) do update set state = 'open', merged_into = null, version = cases.version + 1,
       round = cases.round + 1
     returning id`,
    [caseId, documentId, now],
  );
  const id = row!.id;
  await tx.query("update case_documents set case_id = $2, because = 'split' where document_id = $1", [documentId, id]);
  return id;
}
