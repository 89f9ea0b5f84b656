import { describe, expect, it } from 'vitest';
import { morningReport, type ReportInput } from '../../src/report/morning-report.ts';
import type { DiscoveredTopic, Driver, Newcomer } from '../../src/types/findings.ts';
import type { Relation, Trend } from '../../src/types.ts';

const relation = (antecedent: string, lower: number, q = 0.001): Relation => ({
  ...{ antecedent, consequent: 'refund', documents: 100, antecedentCount: 20, consequentCount: 20, observed: 10 },
  ...{ expected: 4, lift: 2.5, lower, upper: 4, p: q, q, sentiment: -0.2 },
});
const trend = (category: string, p: number, q: number): Trend => ({
  ...{ category, day: '2026-03-31', days: 7, observed: 9, expected: 2, indicator: 4.9, p, q },
});

const topic = (id: string, bornDay: string, documents: number[]): DiscoveredTopic => ({
  ...{ id, bornDay, documents, terms: [id, 'word'], cues: [], examples: [] },
});
const newcomer = (name: string, documents: number[]): Newcomer => ({
  ...{ name, documents, customers: 2, switching: 1, first: { document: 1, start: 0, end: 9, day: '2026-03-30' } },
  ...{ recentObserved: null, recentExpected: null, q: null },
});
const driver = (category: string, q: number): Driver => ({
  ...{ category, value: null, texts: 40, effect: -0.2, lower: -0.3, upper: -0.1, impact: -0.08, p: q, q },
});

const input: ReportInput = {
  night: {
    ...{ day: '2026-03-31', fromDay: '2026-01-01', throughId: 120, throughChange: 7, documents: 100 },
    counts: new Map([
      ['', 100],
      ['fees', 30],
    ]),
    relations: [relation('late', 1.6), relation('outage', 1.2), relation('fees', 0.8), relation('app', 1.1, 0.2)],
    trends: [trend('fees', 0.4, 0.6), trend('app', 0.002, 0.03), trend('outage', 0.0001, 0.002)],
    versions: { taxonomy: 'v2' },
    manifest: { code: 'c', settings: 's', data: 'd2' },
  },
  before: {
    ...{ day: '2026-03-30', fromDay: '2025-12-31', throughId: 90, throughChange: 2 },
    counts: new Map([
      ['', 96],
      ['fees', 31],
      ['app', 4],
    ]),
    relations: [relation('late', 1.5), relation('strike', 2)],
    versions: { taxonomy: 'v1' },
    manifest: { code: 'c', settings: 's', data: 'd1' },
  },
  changes: [
    { category: '', other: '', cause: 'new', added: 6, removed: 0 },
    { category: '', other: '', cause: 'window', added: 0, removed: 2 },
    { category: 'app', other: '', cause: 'model', added: 0, removed: 4 },
    { category: 'fees', other: '', cause: 'relabelled', added: 0, removed: 1 },
    { category: 'outage', other: 'refund', cause: 'late', added: 3, removed: 0 },
  ],
  found: {
    run: 9,
    topics: [topic('t-old', '2026-03-20', [1, 2]), topic('t-new', '2026-03-31', [3, 4, 5])],
    newcomers: [newcomer('Fernlink', [6, 7]), newcomer('Mossnet', [8])],
    drivers: [driver('fees', 0.001), driver('app', 0.3)],
    namesBefore: ['Fernlink'],
  },
  neighbours: { previousDay: '2026-03-30', nextDay: null },
  quality: { unread: 0, corrections: 1, spotChecks: { both: 0, machineOnly: 0, personOnly: 0 } },
  check: { checked: 12, discrepancies: [] },
  volume: { day: 3, week: 20, weekBefore: 18, byDay: [] },
  overdue: [
    { team: 'billing', cases: 1 },
    { team: 'network', cases: 0 },
    { team: 'logistics', cases: 4 },
  ],
  asOf: new Date('2026-04-01T06:00:00Z'),
  falseDiscoveries: 0.05,
};

describe('the morning report', () => {
  const report = morningReport(input);

  it('tells what moved beyond chance, the least likely first', () => {
    expect(report.movers.map(({ category }) => category)).toEqual(['outage', 'app']);
  });

  it('tells which relations are new and which are gone, of those that are no chance', () => {
    expect(report.newRelations.map(({ antecedent }) => antecedent)).toEqual(['outage']);
    expect(report.lostRelations.map(({ antecedent }) => antecedent)).toEqual(['strike']);
    expect(report.before).toBe('2026-03-30');
  });

  it('puts differences down to what has changed, data aside', () => {
    expect(report.changed).toEqual(['taxonomy']);
    const settings = { ...input.night.manifest, settings: 'other' };
    const other = morningReport({ ...input, night: { ...input.night, manifest: settings } });
    expect(other.changed).toEqual(['settings', 'taxonomy']);
  });

  it('tells where cases are overdue, the most first', () => {
    expect(report.overdue).toEqual([
      { team: 'logistics', cases: 4 },
      { team: 'billing', cases: 1 },
    ]);
  });

  it('tells what changed and why, all texts first and then the largest changes, each adding up', () => {
    const told = report.differences.map(({ category, before, now }) => [category, before, now]);
    expect(told).toEqual([
      ['', 96, 100],
      ['app', 4, 0],
      ['fees', 31, 30],
    ]);
    for (const { before, now, causes } of report.differences) {
      expect(causes.reduce((sum, { added, removed }) => sum + added - removed, before)).toBe(now);
    }
    // The night before had seen the two together too rarely to keep their count: it is what the changes leave.
    expect(report.pairDifferences).toMatchObject([{ category: 'outage', other: 'refund', before: 7, now: 10 }]);
  });

  it('tells topics born this night, names not seen the night before, and drivers beyond chance, with their places', () => {
    expect(report.newTopics).toEqual([{ id: 't-new', terms: ['t-new', 'word'], texts: 3, found: '9/topics/1' }]);
    expect(report.newNames).toEqual([
      { name: 'Mossnet', customers: 2, switching: 1, texts: 1, found: '9/newcomers/1' },
    ]);
    expect(report.namesWaiting).toBe(2);
    expect(report.drivers.map(({ category }) => category)).toEqual(['fees']);
  });

  it('calls nothing new where there is no night before', () => {
    const first = morningReport({ ...input, before: null, changes: null });
    expect(first).toMatchObject({ before: null, newRelations: [], lostRelations: [], changed: [] });
    expect(first.differences).toEqual([]);
  });
});
