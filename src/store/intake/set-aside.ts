import type { Channel, Format } from '../../types.ts';
import type { Database, Queryable } from '../database.ts';
import { storableText } from '../storable.ts';

/** Something that cannot be read, with its bytes. */
export interface Unreadable {
  id: string;
  source: string;
  channel: Channel;
  format: Format;
  modifiedAt: Date;
  /** A sentence for people: what is wrong, and what would be right. */
  reason: string;
  parts: AsyncIterable<Uint8Array>;
}

const partSize = 2 ** 20;

/** What stands until the last part is stored: a process killed meanwhile leaves it behind. */
const unfinished = 'Keeping it aside was interrupted, so its end is missing. Read the file once more.';

/**
 * Keeps aside what cannot be read: up to 1 MB in its row, more in parts of 1 MB, of which one is in memory at a time.
 * What the store has read already, or this intake has kept aside already, is counted as duplicate.
 */
export async function setAside(db: Database, intakeId: number, text: Unreadable, now: Date): Promise<void> {
  const parts = evenParts(text.parts);
  const first = await parts.next();
  const second = await parts.next();
  const bytes = first.done ? Buffer.alloc(0) : first.value;
  if (second.done) {
    await db.transaction((tx) => keepRow(tx, intakeId, text, now, { bytes, reason: text.reason }));
    return;
  }
  // Part by part rather than in one transaction: the embedded database would serve nobody else until the last.
  const kept = await db.transaction((tx) => keepRow(tx, intakeId, text, now, { bytes: null, reason: unfinished }));
  if (!kept) return;
  await keepPart(db, text.id, 0, bytes);
  await keepPart(db, text.id, 1, second.value);
  let part = 2;
  for await (const next of parts) {
    await keepPart(db, text.id, part, next);
    part += 1;
  }
  await db.query('update raw_texts set reason = $2 where id = $1', [text.id, storableText(text.reason)]);
}

/** @returns false where the text counts as duplicate. */
async function keepRow(
  tx: Queryable,
  intakeId: number,
  text: Unreadable,
  now: Date,
  { bytes, reason }: { bytes: Uint8Array | null; reason: string },
): Promise<boolean> {
  const rows = await tx.query<{ gave_up: number | null }>(
    `with before as (select intake_id from raw_texts where id = $1)
     insert into raw_texts as r (id, intake_id, source, channel, format, bytes, modified_at, state, reason, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'failed', $8, $9)
     on conflict (id) do update
     set intake_id = $2, source = $3, channel = $4, format = $5, mapping = null, bytes = $6, modified_at = $7,
         reason = $8, changed_at = $9
     where r.state = 'failed' and r.intake_id <> $2
     returning (select intake_id from before) as gave_up`,
    [
      text.id,
      intakeId,
      storableText(text.source),
      text.channel,
      text.format,
      bytes,
      text.modifiedAt,
      storableText(reason),
      now,
    ],
  );
  const kept = rows.length > 0;
  await tx.query('delete from raw_parts where raw_id = $1 and $2', [text.id, kept]);
  await tx.query('update intakes set read_count = read_count - 1 where id = $1', [rows[0]?.gave_up ?? null]);
  await tx.query(
    'update intakes set read_count = read_count + 1, duplicate_count = duplicate_count + $2 where id = $1',
    [intakeId, kept ? 0 : 1],
  );
  return kept;
}

async function keepPart(db: Queryable, rawId: string, part: number, bytes: Uint8Array): Promise<void> {
  await db.query('insert into raw_parts (raw_id, part, bytes) values ($1, $2, $3)', [rawId, part, bytes]);
}

/** Cuts a stream into parts of 1 MB; the last may be shorter. */
async function* evenParts(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const bytes of stream) {
    held.push(bytes);
    size += bytes.length;
    if (size < partSize) continue;
    const all = Buffer.concat(held);
    let start = 0;
    for (; all.length - start >= partSize; start += partSize) yield all.subarray(start, start + partSize);
    held = [all.subarray(start)];
    size = all.length - start;
  }
  if (size > 0) yield Buffer.concat(held);
}
