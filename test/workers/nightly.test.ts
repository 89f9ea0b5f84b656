import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { listRuns } from '../../src/store/read/list-runs.ts';
import { runChecks } from '../../src/store/read/run-checks.ts';
import { runSequences } from '../../src/store/read/run-sequences.ts';
import { runDeviations, runTrends } from '../../src/store/read/run-trends.ts';
import { latestRun } from '../../src/store/runs/latest-run.ts';
import { mineRelations, NightUnderWay, refreshRelations } from '../../src/workers/nightly.ts';
import { testDatabases } from '../support/engines.ts';
import { dayOf, lastDay, nightContext, type Told, tell } from './night/support.ts';

/** Late deliveries bring refunds; fees stand alone. */
const texts: Told[] = Array.from({ length: 120 }, (_, at) => ({
  day: dayOf(at % 100),
  categories: at % 4 === 0 ? ['delivery', 'delivery.late', 'refund'] : at % 4 === 1 ? ['fees'] : [],
  sentiment: -0.3,
}));

const tables = ['relations', 'relation_checks', 'trends', 'deviations', 'sequences'];

describe.each(testDatabases())('a night on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  const rowsOf = async (runId: number): Promise<string[]> => {
    const all: string[] = [];
    for (const table of tables) {
      const rows = await db.query(`select * from ${table} where run_id = $1`, [runId]);
      all.push(...rows.map(({ run_id: _, ...row }) => `${table} ${JSON.stringify(row)}`).sort());
    }
    return all;
  };

  it('finds nothing in an empty store, and says so', async () => {
    const night = await mineRelations(nightContext(db));
    expect(night).toMatchObject({ day: null, fromDay: null, documents: 0, relations: 0 });
  });

  it('looks at the days of its window, up to the day of the latest text', async () => {
    await tell(db, 'first', texts);
    const night = await mineRelations(nightContext(db, { windowDays: 90 }));
    expect(night).toMatchObject({ day: lastDay, fromDay: '2026-01-01' });
    const within = texts.filter(({ day }) => day >= '2026-01-01').length;
    expect(within).toBeLessThan(texts.length);
    expect(night.documents).toBe(within);
    const whole = await mineRelations(nightContext(db, { windowDays: null }));
    expect(whole).toMatchObject({ day: lastDay, fromDay: null, documents: texts.length });
    const kept = await db.query('select from_day from runs where day = $1 order by id', [lastDay]);
    expect(kept).toEqual([{ from_day: '2026-01-01' }, { from_day: null }]);
    const earlier = await mineRelations(nightContext(db, { windowDays: 7 }), { day: '2026-02-01' });
    expect(earlier).toMatchObject({ day: '2026-02-01', fromDay: '2026-01-26', documents: 7 });
  });

  it('finds what goes together, and leaves what stands alone', async () => {
    const { runId } = await mineRelations(nightContext(db));
    const [first, ...others] = await db.query<{ antecedent: string; consequent: string; lower_bound: number }>(
      'select antecedent, consequent, lower_bound from relations where run_id = $1 order by lower_bound desc, antecedent',
      [runId],
    );
    expect(first).toMatchObject({ antecedent: 'delivery', consequent: 'refund' });
    expect(first!.lower_bound).toBeGreaterThan(1);
    expect(others.map(({ antecedent, consequent }) => `${antecedent} ${consequent}`)).toEqual(['delivery.late refund']);
  });

  it('finds what moved, in the week and the month, and keeps what did not as not unusual', async () => {
    const burst = Array.from({ length: 12 }, (_, at) => ({ day: dayOf(at % 6), categories: ['outage'] }));
    await tell(db, 'burst', burst);
    const { runId, moved } = await mineRelations(nightContext(db));
    expect(moved).toBeGreaterThanOrEqual(1);
    const week = await runTrends(db, { id: runId }, 7);
    expect(week[0]).toMatchObject({ category: 'outage', day: lastDay, days: 7, observed: 12 });
    expect(week[0]!.indicator).toBeGreaterThan(3);
    expect(week[0]!.q).toBeLessThan(0.001);
    expect(week.find(({ category }) => category === 'fees')!.q).toBeGreaterThan(0.05);
    expect((await runTrends(db, { id: runId }, 1)).every(({ days, day }) => days === 1 && day === lastDay)).toBe(true);
    const month = await runDeviations(db, { id: runId });
    expect(month[0]).toMatchObject({ category: 'outage', fromDay: '2026-03-01', toDay: lastDay, observed: 12 });
    expect(month[0]!.q).toBeLessThan(0.001);
  });

  it('looks at a relation within coded fields: one holds in every region, one is due to the region alone', async () => {
    const paired = (at: number): string[] => {
      const isNorth = at % 2 === 0;
      const turn = Math.floor(at / 2);
      // In the north both of a and b are common, in the south both are rare; within each, neither asks for the other.
      const [a, b] = isNorth ? [turn % 2 === 0, turn % 4 < 2] : [turn % 10 === 0, turn % 100 < 10];
      const late = turn % 5 === 0;
      return [a && 'a', b && 'b', late && 'x', ((late && turn % 3 > 0) || turn % 10 === 3) && 'y'].filter(
        (name) => name !== false,
      );
    };
    const texts = Array.from({ length: 1200 }, (_, at) => ({
      ...{ day: dayOf(at % 60), categories: paired(at) },
      attributes: { region: at % 2 === 0 ? 'north' : 'south', number: String(at) },
    }));
    await tell(db, 'regions', texts);
    const { runId } = await mineRelations(nightContext(db));
    const checksOf = await runChecks(db, { id: runId });
    const region = (antecedent: string, consequent: string) =>
      checksOf({ antecedent, consequent }).find(({ field }) => field === 'region');
    expect(region('x', 'y')).toMatchObject({ verdict: 'holds', strata: 2 });
    const [found] = await db.query("select lower_bound from relations where run_id = $1 and antecedent = 'a'", [runId]);
    expect(found!.lower_bound).toBeGreaterThan(1);
    expect(region('a', 'b')).toMatchObject({ verdict: 'vanishes' });
    expect(region('a', 'b')!.pooled).toBeGreaterThan(2);
    expect(region('a', 'b')!.oddsRatio).toBeCloseTo(1, 1);
    expect(checksOf({ antecedent: 'x', consequent: 'y' }).map(({ field }) => field)).not.toContain('number');
  });

  it('finds what follows what within customers, and names some of them', async () => {
    const texts = Array.from({ length: 30 }, (_, at) => [
      { day: dayOf(40 - at), customer: `c${at}`, categories: ['delivery', 'delivery.late'] },
      { day: dayOf(37 - at), customer: `c${at}`, categories: ['refund'] },
    ]).flat();
    await tell(db, 'sequences', texts);
    const { runId } = await mineRelations(nightContext(db));
    const [first, ...others] = await runSequences(db, { id: runId }, 10);
    expect(first).toMatchObject({ first: 'delivery.late', then: 'refund', customers: 30, withinDays: 14 });
    expect(first!.expected).toBeCloseTo(15, -1);
    expect(first!.q).toBeLessThan(0.05);
    expect(first!.examples).toEqual(['c0', 'c1', 'c10', 'c11', 'c12']);
    expect(others).toEqual([]);
  });

  it('run again on the same data gives the same rows, and the manifest says so', async () => {
    const first = await mineRelations(nightContext(db));
    const [rows, one] = [await rowsOf(first.runId), await latestRun(db)];
    const second = await mineRelations(nightContext(db));
    const [again, other] = [await rowsOf(second.runId), await latestRun(db)];
    expect(second.runId).toBeGreaterThan(first.runId);
    expect(rows.length).toBeGreaterThan(0);
    expect(again).toEqual(rows);
    expect(other!.manifest).toEqual(one!.manifest);
    expect(Object.keys(one!.manifest).sort()).toEqual(['code', 'data', 'findings', 'settings']);
    for (const hash of Object.values(one!.manifest)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await rowsOf(first.runId)).toEqual([]);
  });

  it('tells by its manifest what changed: settings, or data', async () => {
    await mineRelations(nightContext(db));
    const before = (await latestRun(db))!.manifest;
    await mineRelations(nightContext(db, { refresh: { growth: 0.5, hours: 1, windowDays: null } }));
    const otherwise = (await latestRun(db))!.manifest;
    expect(otherwise.settings).not.toBe(before.settings);
    expect(otherwise).toMatchObject({ data: before.data, findings: before.findings, code: before.code });
    await tell(db, 'more', texts.slice(0, 40));
    await mineRelations(nightContext(db));
    const later = (await latestRun(db))!.manifest;
    expect(later.data).not.toBe(before.data);
    expect(later.findings).not.toBe(before.findings);
    expect(later).toMatchObject({ settings: before.settings, code: before.code });
  });

  it('tells its steps', async () => {
    const steps: string[] = [];
    let read = 0;
    await mineRelations(nightContext(db), {
      onStep: (step, texts) => {
        if (steps.at(-1) !== step) steps.push(step);
        if (texts !== undefined) read = texts;
      },
    });
    expect(steps[0]).toBe('reading texts');
    expect(steps.at(-1)).toBe('checking numbers');
    expect(read).toBeGreaterThan(100);
  });

  it('for a day whose window holds no text finds nothing, without an error', async () => {
    const night = await mineRelations(nightContext(db), { day: '2020-02-29' });
    expect(night).toMatchObject({ day: '2020-02-29', documents: 0, relations: 0 });
  });

  it('is not due again while the store has not grown, and is mined between nights over the whole of it', async () => {
    const context = nightContext(db, { windowDays: 3 });
    await mineRelations(context);
    const { storeDocuments, documents } = (await latestRun(db, 'night'))!;
    expect(documents).toBeLessThan(storeDocuments);
    expect(await refreshRelations(context, storeDocuments)).toBe(true);
    expect(await latestRun(db, 'store')).toMatchObject({ fromDay: null, documents: storeDocuments });
    expect(await refreshRelations(context, storeDocuments)).toBe(false);
    expect(await refreshRelations(context, Math.ceil(storeDocuments * 1.1))).toBe(true);
  });

  it('excludes another at the same time, and leaves no trace of the second', async () => {
    const first = mineRelations(nightContext(db));
    await expect(mineRelations(nightContext(db))).rejects.toThrow(NightUnderWay);
    await expect(refreshRelations(nightContext(db), 1_000_000)).resolves.toBe(false);
    const { runId } = await first;
    const [last] = await listRuns(db, { limit: 1 });
    expect(last).toMatchObject({ id: runId, step: null, failure: null });
  });

  it('that fails says why, and the next one can run', async () => {
    const broken = {
      ...nightContext(db).models,
      get taxonomy(): never {
        throw new Error('The disk is full.');
      },
    };
    await expect(mineRelations({ ...nightContext(db), models: broken })).rejects.toThrow('The disk is full.');
    const [failed] = await listRuns(db, { limit: 1 });
    expect(failed).toMatchObject({ endedAt: null, failure: 'The disk is full.' });
    await db.query("insert into runs (started_at, through_id, documents, versions) values (now(), 0, 0, '{}')");
    const { runId } = await mineRelations(nightContext(db));
    const [, cut] = await listRuns(db, { limit: 2 });
    expect(cut).toMatchObject({ failure: 'Cut off.' });
    expect(cut!.id).toBeLessThan(runId);
  });

  it('tells the store which step it is at, for whoever watches', async () => {
    const steps = new Set<string | null>();
    const watching: Promise<void>[] = [];
    await mineRelations(nightContext(db), {
      onStep: () => {
        watching.push(listRuns(db, { limit: 1 }).then(([run]) => void steps.add(run!.step)));
      },
    });
    await Promise.all(watching);
    expect([...steps]).toContain('relations');
  });
});
