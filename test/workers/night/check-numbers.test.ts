import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { nightCheck } from '../../../src/store/ledger/night-counts.ts';
import { findNight } from '../../../src/store/read/find-night.ts';
import { checkNumbers } from '../../../src/workers/night/check-numbers.ts';
import { mineRelations } from '../../../src/workers/nightly.ts';
import { testDatabases } from '../../support/engines.ts';
import { dayOf, lastDay, nightContext, tell } from './support.ts';

describe.each(testDatabases())('the second count of a night on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    const texts = Array.from({ length: 120 }, (_, at) => ({
      ...{ day: dayOf(at % 100), categories: at % 4 === 0 ? ['delivery', 'delivery.late', 'refund'] : ['fees'] },
    }));
    await tell(db, 'first', texts);
  });
  afterAll(() => drop());

  const night = async () => {
    await mineRelations(nightContext(db));
    return (await findNight(db, lastDay))!;
  };

  it('goes through every number and finds none otherwise', async () => {
    const run = await night();
    const { checked, discrepancies } = await nightCheck(db, run);
    expect(discrepancies).toEqual([]);
    // Four categories and all texts, twice; three numbers a relation; the stretches; a tally a day and category.
    expect(checked).toBeGreaterThan(250);
    const [{ relations }] = (await db.query('select count(*)::int as relations from relations where run_id = $1', [
      run.id,
    ])) as [{ relations: number }];
    expect(relations).toBeGreaterThan(1);
  });

  it('shows a tally that was damaged, with what differs', async () => {
    const whole = { category: 'fees', day: dayOf(3) };
    const damage = (by: number) =>
      db.query('update tallies set documents = documents + $1 where category = $2 and day = $3', [
        ...[by, whole.category, whole.day],
      ]);
    await damage(2);
    const { discrepancies } = await nightCheck(db, await night());
    expect(discrepancies).toEqual([
      {
        number: { kind: 'tally', categories: ['fees'], fromDay: whole.day, toDay: whole.day, channel: 'email' },
        ...{ told: discrepancies[0]!.counted + 2, counted: discrepancies[0]!.counted },
      },
    ]);
    await damage(-2);
    expect((await nightCheck(db, await night())).discrepancies).toEqual([]);
  });

  it('shows a tally that is missing altogether', async () => {
    const [kept] = await db.query("delete from tallies where category = 'refund' and day = $1 returning *", [lastDay]);
    const run = (await findNight(db, lastDay))!;
    const { discrepancies } = await checkNumbers(db, run);
    expect(discrepancies).toMatchObject([{ number: { kind: 'tally', categories: ['refund'] }, told: 0 }]);
    await db.query('insert into tallies select * from jsonb_populate_record(null::tallies, $1::jsonb)', [
      JSON.stringify(kept),
    ]);
  });

  it.each([
    [
      "update relations set observed = observed + 1 where run_id = $1 and consequent = 'refund' and antecedent = 'delivery'",
      'relation',
      ['delivery', 'refund'],
    ],
    [
      "update trends set observed = observed - 1 where run_id = $1 and category = 'fees' and days = 7",
      'trend',
      ['fees'],
    ],
    [
      "update night_counts set documents = documents + 5 where run_id = $1 and category = 'delivery'",
      'texts',
      ['delivery'],
    ],
    ['update runs set documents = documents + 1 where id = $1', 'texts', []],
  ])('shows a number that was changed after the night: %s', async (sql, kind, categories) => {
    const { id } = await night();
    await db.query(sql, [id]);
    const { discrepancies } = await checkNumbers(db, (await findNight(db, lastDay))!);
    expect(discrepancies.map(({ number }) => ({ kind: number.kind, categories: number.categories }))).toContainEqual({
      ...{ kind, categories },
    });
    expect(discrepancies.every(({ told, counted }) => told !== counted)).toBe(true);
    expect((await nightCheck(db, { id })).discrepancies).toEqual(discrepancies.toSorted(byNumber));
  });

  const byNumber = (a: { number: object }, b: { number: object }) =>
    JSON.stringify(a.number) < JSON.stringify(b.number) ? -1 : 1;
});
