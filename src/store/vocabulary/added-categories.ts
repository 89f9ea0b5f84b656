import type { Category } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A category that a person added to the vocabulary, and what of. */
export type AddedCategory = Omit<Category, 'not'> & { origin: string | null };

/** Every category that people added, in the order added. */
export function addedCategories(db: Queryable): Promise<AddedCategory[]> {
  return db.query<AddedCategory>(
    'select id, facet, name, parent, definition, cues, origin from added_categories order by added_at, id',
  );
}

/** Adds a category; one of the same id gets the new cues beside its own. */
export async function addCategory(
  db: Queryable,
  { id, facet, name, parent, definition, cues, origin }: AddedCategory,
  by: string,
  now: Date,
): Promise<void> {
  await db.query(
    `insert into added_categories as c (id, facet, name, parent, definition, cues, origin, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (id) do update set cues = c.cues || excluded.cues`,
    [id, facet, name, parent, definition, JSON.stringify(cues), origin, by, now],
  );
}
