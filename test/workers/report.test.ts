import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFile } from '../../dashboards/pages/report.ts';
import type { Database } from '../../src/store/database.ts';
import { mineRelations } from '../../src/workers/nightly.ts';
import { readReport } from '../../src/workers/report.ts';
import { testDatabases } from '../support/engines.ts';
import { dayOf, lastDay, nightContext, now, tell } from './night/support.ts';

describe.each(testDatabases())('the report of a night on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  const at = { now: () => now };
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  it('is none before a night has run', async () => {
    expect(await readReport({ database: db, ...at })).toBeNull();
  });

  it('tells volume, movers, and relations that are new since the night before', async () => {
    const steady = Array.from({ length: 160 }, (_, n) => ({
      ...{ day: dayOf(n % 80), categories: n % 4 === 0 ? ['fees'] : ['app'] },
    }));
    const burst = Array.from({ length: 12 }, () => ({ day: lastDay, categories: ['outage', '<b>refund</b>'] }));
    await tell(db, 'steady', steady);
    await tell(db, 'burst', burst);
    await mineRelations(nightContext(db), { day: dayOf(1) });
    await mineRelations(nightContext(db));
    const report = (await readReport({ database: db, ...at }))!;
    expect(report).toMatchObject({ day: lastDay, before: dayOf(1), documents: 172, changed: [], overdue: [] });
    expect(report.volume).toEqual({ day: 14, week: 26, weekBefore: 14 });
    expect(report.movers.map(({ category }) => category)).toContain('outage');
    expect(report.newRelations).toMatchObject([{ antecedent: '<b>refund</b>', consequent: 'outage', observed: 12 }]);
    const earlier = (await readReport({ database: db, ...at }, dayOf(1)))!;
    expect(earlier).toMatchObject({ day: dayOf(1), before: null, newRelations: [] });
    expect(await readReport({ database: db, ...at }, '2020-01-01')).toBeNull();
  });

  it('makes a file that needs nothing else, in which no name is markup', async () => {
    const report = (await readReport({ database: db, ...at }))!;
    const file = reportFile(report, { category: (id) => id, team: (id) => id }).toString();
    expect(file).toContain('Morning report: 31 Mar 2026');
    expect(file).toContain('&lt;b&gt;refund&lt;/b&gt;');
    expect(file).not.toMatch(/<script|<link|src=|href=|<b>refund/);
  });
});
