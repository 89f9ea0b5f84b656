import type { Database, Queryable, Row, SqlValue } from '../../../src/store/database.ts';

/** What a process meets that dies: nothing it does from then on reaches the store. */
export class Crash extends Error {}

/** A store as a process sees it that dies after so many statements, also within a transaction, which is then undone. */
export function crashing(database: Database, statements: number): Database & { isDead(): boolean } {
  let left = statements;
  function step(): void {
    left -= 1;
    if (left < 0) throw new Crash();
  }
  const mortal = (target: Queryable): Queryable => ({
    async query<T extends Row>(sql: string, params?: SqlValue[]): Promise<T[]> {
      step();
      return target.query<T>(sql, params);
    },
    async execute(sql) {
      step();
      return target.execute(sql);
    },
  });
  return {
    engine: database.engine,
    ...mortal(database),
    transaction: (work) =>
      database.transaction(async (tx) => {
        const result = await work(mortal(tx));
        // Between the last statement and the commit there is a step too.
        step();
        return result;
      }),
    close: () => database.close(),
    isDead: () => left < 0,
  };
}
