import type { Database } from '../database.ts';

/**
 * Draws the sample of a week from the texts received in it that a model reads, unless it is drawn already: each text
 * equally likely, the same ones whenever it is drawn from the same store with the same seed (in the order of a digest of
 * seed and id). @returns how many were drawn now.
 */
export function drawSpotChecks(
  db: Database,
  { week, size, seed, now }: { week: string; size: number; seed: number; now: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const [sample] = await tx.query<{ through: number }>(
      `insert into spot_check_weeks (week, seed, drawn_at, through_id, population)
       select $1::date, $2, $3, coalesce(max(id), 0), count(*) from documents
       where day >= $1::date and day < $1::date + 7 and understood
       having count(*) > 0
       on conflict do nothing returning through_id as through`,
      [week, seed, now],
    );
    if (!sample) return 0;
    const drawn = await tx.query(
      `insert into spot_checks (week, document_id, position)
       select $1::date, id, row_number() over (order by md5($2::text || ':' || id), id) from documents
       where day >= $1::date and day < $1::date + 7 and understood and id <= $3
       order by md5($2::text || ':' || id), id limit $4 returning document_id`,
      [week, seed, sample.through, size],
    );
    return drawn.length;
  });
}
