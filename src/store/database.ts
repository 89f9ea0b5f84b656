/** Any value that both engines accept as a parameter. Pass `jsonb` as `JSON.stringify(value)`, arrays as arrays. */
export type SqlValue = string | number | boolean | Date | Uint8Array | null | SqlValue[];

/** A row as both engines give it: `int8` as number, `date` as `YYYY-MM-DD`, `timestamptz` as Date, `jsonb` parsed. */
export type Row = Record<string, unknown>;

/** Where statements can be sent: the database itself, or one transaction of it. */
export interface Queryable {
  /** Runs one statement with `$1 …` parameters. */
  query<T extends Row>(sql: string, params?: SqlValue[]): Promise<T[]>;
  /** Runs several statements separated by `;`, without parameters. For migrations. */
  execute(sql: string): Promise<void>;
}

/**
 * The one interface to the store. PGlite and Postgres each adapt to it in one file, and one suite of tests proves both.
 */
export interface Database extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /**
   * Runs `work` in a transaction: committed when it resolves, rolled back when it throws. Inside, use only the handle.
   */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
