import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFile } from '../../dashboards/pages/report-file.ts';
import { intake } from '../../pipelines/intake.ts';
import { reportView } from '../../src/api/views/report/report-view.ts';
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
    expect(report.volume).toMatchObject({ day: 14, week: 26, weekBefore: 14 });
    expect(report.volume.byDay.length).toBe(28);
    expect(report.volume.byDay.at(-1)).toEqual({ day: lastDay, texts: 14 });
    expect(report.differences[0]).toMatchObject({ category: '', before: 158, now: 172 });
    expect(report.differences[0]!.causes).toEqual([{ cause: 'new', added: 14, removed: 0 }]);
    expect(report.check).toMatchObject({ discrepancies: [] });
    expect(report.movers.map(({ category }) => category)).toContain('outage');
    expect(report.newRelations).toMatchObject([{ antecedent: '<b>refund</b>', consequent: 'outage', observed: 12 }]);
    const earlier = (await readReport({ database: db, ...at }, dayOf(1)))!;
    expect(earlier).toMatchObject({ day: dayOf(1), before: null, newRelations: [] });
    expect(await readReport({ database: db, ...at }, '2020-01-01')).toBeNull();
  });

  it('makes a file that needs nothing else, in which no name is markup', async () => {
    const report = (await readReport({ database: db, ...at }))!;
    const { taxonomy } = nightContext(db).models;
    const routing = { teams: {}, triage: 'care', dueHours: { urgent: 1, high: 2, normal: 3, low: 4 }, rules: [] };
    const view = reportView(report, { taxonomy, routing, grades: intake.grades });
    const file = reportFile(view, 'http://earshot.example').toString();
    expect(file).toContain('Report: 31 Mar 2026');
    expect(file).toContain('&lt;b&gt;refund&lt;/b&gt;');
    expect(file).not.toMatch(/<script|<link|<img|\bsrc=|url\(|@import|<b>refund/);
    const addresses = [...file.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!);
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((href) => !/^http:\/\/earshot\.example(\/|$)|^#check$/.test(href))).toEqual([]);
  });
});
