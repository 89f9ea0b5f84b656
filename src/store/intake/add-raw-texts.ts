import type { RawText } from '../../types.ts';
import type { Database, Queryable } from '../database.ts';
import { storableJson, storableText } from '../storable.ts';

export interface AddedTexts {
  /** Ids of the texts that wait now, to be put on the queue. */
  added: string[];
  /** How many the store had already. */
  duplicates: number;
}

/** A text as it arrives, and whether a glance says that it may be urgent. */
export type IncomingText = RawText & { urgent?: boolean };

/** Bytes go to the database together; this bounds what it holds in memory at once. */
const largestBatch = 16 * 2 ** 20;

/**
 * Stores texts as they came, waiting to be read. What the store has word for word is counted as duplicate, but what was
 * kept aside by an earlier intake waits once more, now as part of this one. To be called again with the same texts when
 * it is unknown whether the first call arrived: they are counted once.
 */
export async function addRawTexts(
  db: Database,
  intakeId: number,
  texts: IncomingText[],
  now: Date,
): Promise<AddedTexts> {
  return db.transaction(async (tx) => {
    const result: AddedTexts = { added: [], duplicates: 0 };
    for (const batch of batchesOf(texts)) {
      const rows = await addBatch(tx, intakeId, batch, now);
      const isNew = rows.filter(({ outcome }) => outcome === 'new').length;
      const duplicates = batch.length - rows.length;
      result.added.push(...rows.map(({ id }) => id));
      result.duplicates += duplicates;
      await tx.query(
        'update intakes set read_count = read_count + $2, duplicate_count = duplicate_count + $3 where id = $1',
        [intakeId, isNew + duplicates, duplicates],
      );
    }
    return result;
  });
}

function* batchesOf(texts: IncomingText[]): Generator<IncomingText[]> {
  let batch: IncomingText[] = [];
  let size = 0;
  for (const text of texts) {
    if (batch.length > 0 && size + text.bytes.length > largestBatch) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(text);
    size += text.bytes.length;
  }
  if (batch.length > 0) yield batch;
}

/** `again` is a text that this intake has brought before from the same place, and that still waits. */
type AddedRow = { id: string; outcome: 'new' | 'again' };

/**
 * The bytes travel in one piece and are cut here, which spares spelling each out in hexadecimal. Ids are inserted in
 * order, so that two intakes of the same texts wait for each other and never both.
 */
const addSql = `
  with incoming as (
    select distinct on (id) id, source, channel, format, mapping::jsonb as mapping, modified_at,
           urgent, substring($8::bytea from start + 1 for size) as bytes
    from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::int[], $10::int[], $11::timestamptz[],
                $12::boolean[])
         as t(id, source, channel, format, mapping, start, size, modified_at, urgent)
    order by id
  ), again as (
    select r.id from raw_texts r join incoming i on i.id = r.id and i.source = r.source
    where r.intake_id = $1 and r.state = 'waiting'
  ), inserted as (
    insert into raw_texts
      (id, intake_id, source, channel, format, mapping, bytes, modified_at, state, changed_at, urgent)
    select id, $1, source, channel, format, mapping, bytes, modified_at, 'waiting', $2, urgent from incoming
    on conflict (id) do nothing
    returning id
  ), revived as (
    update raw_texts r
    set intake_id = $1, source = i.source, channel = i.channel, format = i.format, mapping = i.mapping, bytes = i.bytes,
        modified_at = i.modified_at, state = 'waiting', reason = null, changed_at = $2, urgent = i.urgent
    from incoming i join raw_texts before on before.id = i.id
    where r.id = i.id and r.state = 'failed' and r.intake_id <> $1
    returning r.id, before.intake_id
  ), emptied as (
    delete from raw_parts using revived where raw_parts.raw_id = revived.id
  ), given_up as (
    update intakes set read_count = read_count - lost.texts
    from (select intake_id, count(*)::int as texts from revived group by intake_id) lost where lost.intake_id = intakes.id
  )
  select id, 'new' as outcome from inserted
  union all select id, 'new' from revived
  union all select id, 'again' from again`;

function addBatch(tx: Queryable, intakeId: number, texts: IncomingText[], now: Date): Promise<AddedRow[]> {
  let end = 0;
  const starts = texts.map(({ bytes }) => {
    end += bytes.length;
    return end - bytes.length;
  });
  return tx.query<AddedRow>(addSql, [
    intakeId,
    now,
    texts.map(({ id }) => id),
    texts.map(({ source }) => storableText(source)),
    texts.map(({ channel }) => channel),
    texts.map(({ format }) => format),
    texts.map(({ mapping }) => (mapping ? storableJson(mapping) : null)),
    Buffer.concat(texts.map(({ bytes }) => bytes)),
    starts,
    texts.map(({ bytes }) => bytes.length),
    texts.map(({ modifiedAt }) => modifiedAt),
    texts.map(({ urgent }) => urgent ?? false),
  ]);
}
