import type { Queryable } from '../database.ts';

/** A text of the sample that waits for its label. */
export type SpotCheck = { week: string; documentId: number; position: number };

/** The first text that waits, the oldest week first; null where all are labelled. */
export async function nextSpotCheck(db: Queryable): Promise<SpotCheck | null> {
  const [item] = await db.query<SpotCheck>(
    `select week, document_id as "documentId", position from spot_checks
     where labelled_at is null order by week, position limit 1`,
  );
  return item ?? null;
}

/** How far the labelling of each week is, the latest first. */
export type SpotCheckProgress = { week: string; population: number; drawn: number; labelled: number };

/** The latest weeks of the sample. */
export function spotCheckProgress(db: Queryable, weeks: number): Promise<SpotCheckProgress[]> {
  return db.query<SpotCheckProgress>(
    `select s.week, s.population, count(i.document_id)::int as drawn, count(i.labelled_at)::int as labelled
     from spot_check_weeks s left join spot_checks i on i.week = s.week
     group by s.week, s.population order by s.week desc limit $1`,
    [weeks],
  );
}

/** What a person says of a text of the sample. */
export interface SpotCheckLabel {
  week: string;
  documentId: number;
  categories: string[];
  /** The team it belongs to; null where it is no complaint. */
  team: string | null;
  by: string;
}

/** Keeps a label; a later one replaces an earlier one. @returns false where the text is not in the sample. */
export async function labelSpotCheck(db: Queryable, label: SpotCheckLabel, now: Date): Promise<boolean> {
  const rows = await db.query(
    `update spot_checks set labelled_at = $3, labelled_by = $4, categories = $5::text[], team = $6
     where week = $1::date and document_id = $2 returning document_id`,
    [label.week, label.documentId, now, label.by, label.categories, label.team],
  );
  return rows.length > 0;
}
