import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

/** What every engine behind `Database` must do. `open` gives an empty database without any tables of ours. */
export function proveDatabase(open: () => Promise<{ database: Database; drop(): Promise<void> }>): void {
  let database: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await open());
    await database.execute('create table notes (id integer primary key, body text)');
  });
  afterAll(() => drop());

  const bodies = async (): Promise<unknown[]> =>
    (await database.query('select body from notes order by id')).map((row) => row.body);

  describe('values', () => {
    it('gives int8 and counts as numbers, dates as text, times as Date and jsonb parsed', async () => {
      const [row] = await database.query(`
        select 9007199254740991::int8 as large, count(*) as counted, sum(x) as total, array_agg(x::int8) as numbers,
               date '2026-02-03' as day, timestamptz '2026-02-03 04:05:06.789+02' as at, '{"a":[1,null]}'::jsonb as data,
               array['a,"b', null, 'c'] as texts, 0.5::real as half, true as yes, null::text as nothing
        from generate_series(1, 3) as x`);
      expect(row).toEqual({
        large: 9007199254740991,
        counted: 3,
        total: 6,
        numbers: [1, 2, 3],
        day: '2026-02-03',
        at: new Date('2026-02-03T02:05:06.789Z'),
        data: { a: [1, null] },
        texts: ['a,"b', null, 'c'],
        half: 0.5,
        yes: true,
        nothing: null,
      });
    });

    it('takes back every kind of parameter as it was given', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
      const [row] = await database.query(
        `select $1::text as text, $2::int8 as number, $3::boolean as yes, $4::timestamptz as at, $5::bytea as bytes,
                $6::text[] as texts, $7::int[] as numbers, $8::jsonb as data, $9::text as nothing, $10::bytea[] as parts,
                $11::timestamptz[] as times, $12::boolean[] as flags, $13::text[] as none`,
        [
          'naïve 客服 "\\',
          12,
          false,
          new Date('2026-02-03T02:05:06.789Z'),
          bytes,
          ['a', '{"b\\"}', '', null, 'null'],
          [1, -2, null],
          JSON.stringify({ a: 'ü' }),
          null,
          [bytes, Uint8Array.of()],
          [new Date('2026-02-03T00:00:00Z')],
          [true, false],
          [],
        ],
      );
      expect(row).toMatchObject({
        text: 'naïve 客服 "\\',
        number: 12,
        yes: false,
        at: new Date('2026-02-03T02:05:06.789Z'),
        texts: ['a', '{"b\\"}', '', null, 'null'],
        numbers: [1, -2, null],
        data: { a: 'ü' },
        nothing: null,
        times: [new Date('2026-02-03T00:00:00Z')],
        flags: [true, false],
        none: [],
      });
      expect(Buffer.from(row?.bytes as Uint8Array)).toEqual(Buffer.from(bytes));
      expect(row).toHaveProperty('parts.0.length', 256);
      expect(row).toHaveProperty('parts.1.length', 0);
    });

    it('takes and gives dates far from today', async () => {
      const dates = [
        '-000043-03-15T12:00:00.000Z',
        '0000-01-01T00:00:00.000Z',
        '0099-12-31T23:59:59.999Z',
        '+012345-06-07T08:09:10.011Z',
      ];
      const times = dates.map((date) => new Date(date));
      expect(
        await database.query('select $1::timestamptz[] as times, $2::timestamptz as one', [times, times[0]!]),
      ).toEqual([{ times, one: times[0] }]);
    });

    it('carries a large value whole', async () => {
      const bytes = Buffer.alloc(3_000_000, 'earshot');
      const [row] = await database.query('select $1::bytea as bytes, length($1::bytea) as size', [bytes]);
      expect(row?.size).toBe(3_000_000);
      expect(bytes.equals(row?.bytes as Uint8Array)).toBe(true);
    });
  });

  describe('errors', () => {
    it('tells the SQLSTATE and the constraint of a statement that fails, and goes on', async () => {
      await database.query("insert into notes values (1, 'first')");
      await expect(database.query("insert into notes values (1, 'again')")).rejects.toMatchObject({
        code: '23505',
        constraint: 'notes_pkey',
        message: expect.stringContaining('duplicate key'),
      });
      await expect(database.query('selekt 1')).rejects.toThrow('syntax error');
      expect(await bodies()).toEqual(['first']);
    });

    it('runs none of several statements when one fails', async () => {
      await expect(database.execute("insert into notes values (2, 'x'); select 1/0")).rejects.toThrow(
        'division by zero',
      );
      expect(await bodies()).toEqual(['first']);
    });
  });

  describe('transactions', () => {
    it('keeps what a transaction did and returns its result', async () => {
      const result = await database.transaction(async (tx) => {
        await tx.query("insert into notes values (3, 'third')");
        return 'done';
      });
      expect(result).toBe('done');
      expect(await bodies()).toEqual(['first', 'third']);
    });

    it('undoes a transaction that throws, and throws the same error', async () => {
      const error = new Error('changed my mind');
      const work = database.transaction(async (tx) => {
        await tx.query('delete from notes');
        throw error;
      });
      await expect(work).rejects.toBe(error);
      expect(await bodies()).toEqual(['first', 'third']);
    });

    it('undoes a transaction after a statement that failed in it', async () => {
      const work = database.transaction(async (tx) => {
        await tx.query('delete from notes');
        await tx.query('select 1/0');
      });
      await expect(work).rejects.toThrow('division by zero');
      expect(await bodies()).toEqual(['first', 'third']);
    });

    it('shows nothing of an open transaction to others, and loses none of many at once', async () => {
      await database.execute(
        "create table counters (name text primary key, value integer); insert into counters values ('a', 0)",
      );
      const add = (): Promise<void> =>
        database.transaction(async (tx) => {
          const [row] = await tx.query<{ value: number }>("select value from counters where name = 'a' for update");
          await new Promise((resolve) => setTimeout(resolve, 1));
          await tx.query("update counters set value = $1 where name = 'a'", [(row?.value ?? 0) + 1]);
        });
      const [, seen] = await Promise.all([
        Promise.all(Array.from({ length: 20 }, add)),
        database.query('select value from counters'),
      ]);
      expect(seen[0]?.value).toBeLessThanOrEqual(20);
      expect(await database.query('select value from counters')).toEqual([{ value: 20 }]);
    });
  });

  describe('migrations', () => {
    it('make the schema once, however many start at the same time', async () => {
      await Promise.all([migrate(database), migrate(database), migrate(database)]);
      expect(await database.query('select version, name from applied_migrations order by version')).toContainEqual({
        version: 1,
        name: 'main',
      });
      expect(await database.query('select count(*) as documents from documents')).toEqual([{ documents: 0 }]);
    });

    it('refuse a store that a newer Earshot has made', async () => {
      await database.query("insert into applied_migrations values (9000, 'from_the_future')");
      await expect(migrate(database)).rejects.toThrow('schema 9000 (from_the_future)');
    });
  });

  it('refuses statements after it is closed', async () => {
    await database.close();
    await expect(database.query('select 1')).rejects.toThrow();
  });
}
