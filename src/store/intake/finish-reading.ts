import type { Queryable } from '../database.ts';

/** Notes that every text of the intake is in the store; some may still wait to be analysed. */
export async function finishReading(db: Queryable, intakeId: number): Promise<void> {
  await db.query('update intakes set finished_reading = true where id = $1', [intakeId]);
}
