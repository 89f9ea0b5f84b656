import type { Case } from '../../types.ts';
import type { Queryable } from '../database.ts';
import { caseColumns } from './list-cases.ts';
import type { RowOf } from './row-of.ts';

/** What happened to a case: `opened`, `accepted`, `reassigned`, `closed`, `reopened`. */
export type CaseEvent = { at: Date; actor: string; event: string; detail: Record<string, unknown> };

/** The case with this id, or null where there is none. */
export async function findCase(db: Queryable, id: number): Promise<Case | null> {
  const [row] = await db.query<RowOf<Case>>(`select ${caseColumns} from cases k where k.id = $1`, [id]);
  return row ?? null;
}

/** The case that the text is in, or null where it is no complaint. */
export async function findCaseOfText(db: Queryable, documentId: number): Promise<Case | null> {
  const [row] = await db.query<RowOf<Case>>(
    `select ${caseColumns} from cases k join case_documents l on l.case_id = k.id where l.document_id = $1`,
    [documentId],
  );
  return row ?? null;
}

/** The history of a case in the order in which it was written, whatever the clock said. */
export function caseEvents(db: Queryable, caseId: number): Promise<CaseEvent[]> {
  return db.query<CaseEvent>('select at, actor, event, detail from case_events where case_id = $1 order by id', [
    caseId,
  ]);
}
