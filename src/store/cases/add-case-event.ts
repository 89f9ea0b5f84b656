import type { Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';

/** Who does something with a case, and why in their own words, which may be none. */
export interface CaseDoer {
  actor: string;
  /** The user; null, or left out, for the terminal and for Earshot itself. */
  userId?: number | null;
  note?: string;
}

/** Writes a line of a case's history. @returns its id. */
export async function addCaseEvent(
  tx: Queryable,
  caseId: number,
  { event, detail, by }: { event: string; detail?: Record<string, unknown>; by: CaseDoer },
  now: Date,
): Promise<number> {
  const { actor, userId = null, note = '' } = by;
  const [row] = await tx.query<{ id: number }>(
    'insert into case_events (case_id, at, actor, event, detail, user_id) values ($1, $2, $3, $4, $5, $6) returning id',
    [caseId, now, storableText(actor), event, storableJson({ ...detail, ...(note !== '' && { note }) }), userId],
  );
  return row!.id;
}
