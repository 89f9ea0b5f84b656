import type { RawText } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

type WaitingRow = RowOf<Omit<RawText, 'bytes'>> & { bytes: Uint8Array | null };

/** Those of the texts that still wait, in the order of `ids`. */
export async function waitingTexts(db: Queryable, ids: string[]): Promise<RawText[]> {
  const rows = await db.query<WaitingRow>(
    `select r.id, r.source, r.channel, r.format, r.mapping, r.bytes, r.modified_at as "modifiedAt"
     from unnest($1::text[]) with ordinality as wanted(id, place) join raw_texts r on r.id = wanted.id
     where r.state = 'waiting' order by wanted.place`,
    [ids],
  );
  const texts: RawText[] = [];
  for (const row of rows) texts.push({ ...row, bytes: row.bytes ?? (await joinParts(db, row.id)) });
  return texts;
}

/** What was kept aside in parts, and is replayed. One part at a time crosses from the database. */
async function joinParts(db: Queryable, rawId: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const [row] = await db.query<{ bytes: Uint8Array }>('select bytes from raw_parts where raw_id = $1 and part = $2', [
      rawId,
      parts.length,
    ]);
    if (!row) return Buffer.concat(parts);
    parts.push(row.bytes);
  }
}
