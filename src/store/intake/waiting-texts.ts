import type { RawText } from '../../types.ts';
import type { Queryable } from '../database.ts';
import type { RowOf } from '../read/row-of.ts';

type WaitingRow = RowOf<Omit<RawText, 'bytes'>> & { bytes: Uint8Array | null; place: number };

/** Texts of any size must not add up in memory: past this a batch ends. */
const batchBytes = 16 * 2 ** 20;

/**
 * Brings those of the texts that still wait, in the order of `ids`: in one batch, unless they are so large together that
 * it takes several. Save a batch before you ask for the next.
 */
export async function* waitingTexts(db: Queryable, ids: string[]): AsyncGenerator<RawText[], undefined> {
  let rest = ids;
  while (rest.length > 0) {
    const rows = await db.query<WaitingRow>(nextBatch, [rest, batchBytes]);
    const last = rows.at(-1);
    if (!last) return;
    const texts: RawText[] = [];
    for (const { place: _place, bytes, ...row } of rows) {
      texts.push({ ...row, bytes: bytes ?? (await joinParts(db, row.id)) });
    }
    yield texts;
    rest = rest.slice(last.place);
  }
}

const nextBatch = `
  with wanted as (
    select w.place, r.id, r.source, r.channel, r.format, r.mapping, r.bytes, r.modified_at,
           coalesce(octet_length(r.bytes),
                    (select sum(octet_length(p.bytes)) from raw_parts p where p.raw_id = r.id), 0)::bigint as size
    from unnest($1::text[]) with ordinality as w(id, place) join raw_texts r on r.id = w.id
    where r.state = 'waiting'
  ), measured as (
    select wanted.*, sum(size) over (order by place) - size as size_before from wanted
  )
  select place, id, source, channel, format, mapping, bytes, modified_at as "modifiedAt"
  from measured where size_before < $2 order by place`;

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
