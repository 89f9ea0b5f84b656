import type { Queryable } from '../database.ts';

/** A stretch of a text. */
export interface Passage {
  document: number;
  start: number;
  end: number;
}

/** The words of each passage, in their order; null where the text is gone. */
export async function textPassages(db: Queryable, passages: readonly Passage[]): Promise<(string | null)[]> {
  const rows = await db.query<{ id: number; text: string }>(
    'select id, left(text, 20000) as text from documents where id = any($1::bigint[])',
    [[...new Set(passages.map(({ document }) => document))]],
  );
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  // Offsets count UTF-16 code units, which SQL does not.
  return passages.map(({ document, start, end }) => texts.get(document)?.slice(start, end) ?? null);
}
