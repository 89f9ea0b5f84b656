import type { Database, Queryable } from '../database.ts';

/**
 * Runs reads that must agree with each other and with `through`, the highest document id that they see; 0 where there
 * is none. A page puts `through` on its links, so that they open what it counted.
 */
export function readSnapshot<T>(database: Database, read: (tx: Queryable, through: number) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only');
    const [row] = await tx.query<{ through: number }>('select coalesce(max(id), 0)::int8 as through from documents');
    return read(tx, row?.through ?? 0);
  });
}
