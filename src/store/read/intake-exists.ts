import type { Queryable } from '../database.ts';

/** Whether there is an intake of this id. */
export async function intakeExists(db: Queryable, id: number): Promise<boolean> {
  return (await db.query('select id from intakes where id = $1', [id])).length > 0;
}
