import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../../pipelines/intake.ts';
import type { Database } from '../../../src/store/database.ts';
import { nightChanges, nightCheck, nightCounts } from '../../../src/store/ledger/night-counts.ts';
import { findNight, type Night } from '../../../src/store/read/find-night.ts';
import type { CountChange } from '../../../src/types/differences.ts';
import { correctText } from '../../../src/workers/correct.ts';
import { mineRelations } from '../../../src/workers/nightly.ts';
import { testDatabases } from '../../support/engines.ts';
import { dayOf, lastDay, nightContext, now, tell } from './support.ts';

describe.each(testDatabases())('the difference between two nights on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    const steady = Array.from({ length: 100 }, (_, at) => ({
      ...{ day: dayOf(1 + (at % 12)), categories: Math.floor(at / 12) % 2 === 0 ? ['fees', 'refund'] : ['delivery'] },
    }));
    await tell(db, 'steady', steady);
  });
  afterAll(() => drop());

  /** A window of ten days: a day enters and a day leaves each night. */
  const night = async (daysBeforeLast: number): Promise<Night> => {
    await mineRelations(nightContext(db, { windowDays: 10 }), { day: dayOf(daysBeforeLast) });
    return (await findNight(db, dayOf(daysBeforeLast)))!;
  };
  const one = async (sql: string): Promise<number> => (await db.query<{ id: number }>(sql))[0]!.id;
  const changesOf = async (run: Night, category: string): Promise<Record<string, [number, number]>> => {
    const rows = (await nightChanges(db, run))!.changes.filter((row) => row.category === category && row.other === '');
    return Object.fromEntries(rows.map(({ cause, added, removed }) => [cause, [added, removed]]));
  };
  const sum = (rows: CountChange[]): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { category, added, removed } of rows.filter(({ other }) => other === '')) {
      sums.set(category, (sums.get(category) ?? 0) + added - removed);
    }
    return sums;
  };

  it('is none where there is no night before', async () => {
    expect(await nightChanges(db, await night(1))).toBeNull();
  });

  it('is put down, text by text, to what was received, arrived, left the window, was corrected, read anew, or erased', async () => {
    const before = (await findNight(db, dayOf(1)))!;
    const then = await nightCounts(db, before);
    await tell(db, 'new', [
      { day: lastDay, categories: ['delivery'] },
      { day: lastDay, categories: ['fees'] },
    ]);
    await tell(db, 'late', [{ day: dayOf(3), categories: ['fees', 'refund'] }]);
    await tell(db, 'late, and too old', [{ day: dayOf(40), categories: ['fees'] }]);
    const within = `day > '${dayOf(9)}' and day < '${dayOf(1)}'`;
    const fees = (skip: number) =>
      one(
        `select document_id as id from document_categories where category = 'fees' and ${within} order by 1 offset ${skip} limit 1`,
      );
    const [toCorrect, toRead, toRemodel, toErase] = [await fees(0), await fees(1), await fees(2), await fees(3)];
    const context = { database: db, models: nightContext(db).models, pipelines: { intake }, now: () => now };
    const outcome = await correctText(context, {
      ...{ documentId: toCorrect, category: 'delivery', verdict: 'yes', sentence: null },
      actor: { userId: null, name: 'Ann' },
    });
    expect(outcome).toBe('corrected');
    const readAnew = (id: number, versions: object) =>
      db.transaction(async (tx) => {
        await tx.query('update documents set versions = $2::jsonb where id = $1', [id, JSON.stringify(versions)]);
        await tx.query("delete from document_categories where document_id = $1 and category = 'fees'", [id]);
      });
    const [{ versions: current }] = (await db.query('select versions from documents limit 1')) as [
      { versions: object },
    ];
    await db.query(
      `update documents set versions = '{"taxonomy test": "v1", "linear": "1"}' where id in (${toRead}, ${toRemodel})`,
    );
    await readAnew(toRead, { 'taxonomy test': 'v2', linear: '1' });
    await readAnew(toRemodel, { 'taxonomy test': 'v1', linear: '2' });
    // What is known of the versions is as it was: a night refuses texts of two versions.
    await db.query('update documents set versions = $1::jsonb', [JSON.stringify(current)]);
    await db.query('delete from documents where id = $1', [toErase]);

    const run = await night(0);
    const now_ = await nightCounts(db, run);
    const { beforeDay, changes } = (await nightChanges(db, run))!;
    expect(beforeDay).toBe(dayOf(1));
    const sums = sum(changes);
    for (const category of ['', 'fees', 'delivery', 'refund']) {
      expect(sums.get(category) ?? 0, category).toBe((now_.get(category) ?? 0) - (then.get(category) ?? 0));
    }
    const leaving = (category: string) =>
      one(
        `select count(*)::int as id from document_categories where category = '${category}' and day = '${dayOf(10)}'`,
      );
    expect(await changesOf(run, 'fees')).toEqual({
      ...{ new: [1, 0], late: [1, 0], window: [0, await leaving('fees')] },
      ...{ vocabulary: [0, 1], model: [0, 1], erased: [0, 1] },
      // Correcting replaces all that is known of a text; this one's words had been told without evidence.
      ...{ relabelled: [0, 1] },
    });
    expect(await changesOf(run, 'delivery')).toEqual({
      ...{ new: [1, 0], window: [0, await leaving('delivery')], relabelled: [1, 0] },
    });
    const all = await changesOf(run, '');
    expect(all).toMatchObject({ new: [2, 0], late: [1, 0], erased: [0, 1] });
    expect(Object.keys(all).sort()).toEqual(['erased', 'late', 'new', 'window']);
    expect(await nightCheck(db, run)).toMatchObject({ discrepancies: [] });
  });

  it('is empty, cause by cause, where nothing changed but the name of the day', async () => {
    const run = await night(0);
    const again = await night(0);
    expect(again.id).toBeGreaterThan(run.id);
    const { changes } = (await nightChanges(db, again))!;
    expect(changes.length).toBeGreaterThan(0);
    const quiet = await night(-1);
    const sums = sum((await nightChanges(db, quiet))!.changes);
    const leaving = await one(`select count(*)::int as id from documents where understood and day = '${dayOf(9)}'`);
    expect(sums.get('')).toBe(-leaving);
  });

  it('tells of a new relation which texts made it, cause by cause', async () => {
    await tell(
      db,
      'outage',
      Array.from({ length: 9 }, () => ({ day: dayOf(-2), categories: ['outage', 'router'] })),
    );
    await tell(db, 'outage late', [{ day: dayOf(-1), categories: ['outage', 'router'] }]);
    const run = await night(-2);
    const { changes } = (await nightChanges(db, run))!;
    const pair = changes.filter(({ category, other }) => category === 'outage' && other === 'router');
    expect(pair.map(({ cause, added, removed }) => [cause, added, removed])).toEqual([
      ['late', 1, 0],
      ['new', 9, 0],
    ]);
  });
});
