import type { Channel, Format } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** Something that could not be read, kept aside with its bytes. */
export type KeptAside = {
  id: string;
  source: string;
  channel: Channel;
  format: Format;
  reason: string;
  /** Bytes. */
  size: number;
  failedAt: Date;
};

/** How many texts are kept aside, and how many wait to be read. */
export async function countUnfinished(db: Queryable): Promise<{ failed: number; waiting: number }> {
  const [row] = await db.query<{ failed: number; waiting: number }>(
    `select count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where state = 'waiting')::int as waiting
     from raw_texts where state in ('waiting', 'failed')`,
  );
  return row ?? { failed: 0, waiting: 0 };
}

/** One page of what is kept aside, the latest first. @param page.after id of the last one of the page before. */
export function listFailures(db: Queryable, page: { after: string | null; limit: number }): Promise<KeptAside[]> {
  return db.query<KeptAside>(
    `select r.id, r.source, r.channel, r.format, coalesce(r.reason, '') as reason, r.changed_at as "failedAt",
       coalesce(octet_length(r.bytes), 0)
         + coalesce((select sum(octet_length(p.bytes)) from raw_parts p where p.raw_id = r.id), 0)::int8 as size
     from raw_texts r
     where r.state = 'failed'
       and ($1::text is null or (r.changed_at, r.id) < (select changed_at, id from raw_texts where id = $1::text))
     order by r.changed_at desc, r.id desc limit $2`,
    [page.after, page.limit],
  );
}

/** All that is kept aside, the latest first, a page at a time. */
export async function* eachFailure(db: Queryable): AsyncGenerator<KeptAside> {
  const limit = 1000;
  for (let after: string | null = null; ; ) {
    const page: KeptAside[] = await listFailures(db, { after, limit });
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!.id;
  }
}

/** What a download of the kept bytes needs to know, or null where nothing of this id is kept aside. */
export async function findFailure(db: Queryable, id: string): Promise<{ source: string } | null> {
  const [row] = await db.query<{ source: string }>(`select source from raw_texts where id = $1 and state = 'failed'`, [
    id,
  ]);
  return row ?? null;
}

/** The kept bytes, a part at a time. */
export async function* failureBytes(db: Queryable, id: string): AsyncGenerator<Uint8Array> {
  const [whole] = await db.query<{ bytes: Uint8Array | null }>('select bytes from raw_texts where id = $1', [id]);
  if (whole?.bytes) yield whole.bytes;
  const numbers = await db.query<{ part: number }>('select part from raw_parts where raw_id = $1 order by part', [id]);
  for (const { part } of numbers) {
    const [row] = await db.query<{ bytes: Uint8Array }>('select bytes from raw_parts where raw_id = $1 and part = $2', [
      id,
      part,
    ]);
    if (row) yield row.bytes;
  }
}
