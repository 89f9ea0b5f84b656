import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeCase } from '../../../src/store/cases/change-case.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { closedCases } from '../../../src/store/routing/closed-cases.ts';
import { routedTallies } from '../../../src/store/routing/routed-tallies.ts';
import { insertShadowRoutes, shadowDifferences, shadowTallies } from '../../../src/store/routing/shadow-routes.ts';
import type { Route } from '../../../src/types.ts';
import { testDatabases } from '../../support/engines.ts';
import { rawText, route, understood } from '../../support/texts.ts';

/** Days of one week and the next: Monday, Tuesday, Monday. */
const days = [new Date('2026-03-02T10:00:00Z'), new Date('2026-03-03T10:00:00Z'), new Date('2026-03-09T10:00:00Z')];

describe.each(testDatabases())('closed cases on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  const ids: { caseId: number; documentId: number }[] = [];
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    await openCase('The bill is wrong.', days[0]!);
    await openCase('The line is dead.', days[0]!);
    await openCase('A refund please.', days[1]!, { by: 'model 3', score: 0.9 });
    await openCase('Nobody came.', days[2]!, { team: 'triage', by: 'no rule', score: 0 });
    await openCase('Still open.', days[2]!);
    await reassign(1, 'network');
    await reassign(3, 'field');
    for (const at of [0, 1, 2, 3]) await act(at, 'close');
  });
  afterAll(() => drop());

  async function openCase(text: string, at: Date, fields: Partial<Route> = {}): Promise<void> {
    const raw = rawText(text);
    await addRawTexts(db, await startIntake(db, 'files', at), [raw], at);
    await saveResults(db, [understood(raw, { route: route(fields) })], at);
    const [row] = await db.query<{ caseId: number; documentId: number }>(
      'select id as "caseId", document_id as "documentId" from cases order by id desc limit 1',
    );
    ids.push(row!);
  }
  const act = (at: number, action: 'close' | 'reopen') =>
    changeCase(db, { caseId: ids[at]!.caseId, action, actor: 'Ann', userId: null, note: '', team: null }, days[2]!);
  const reassign = (at: number, team: string) =>
    changeCase(
      db,
      { caseId: ids[at]!.caseId, action: 'reassign', actor: 'Ann', userId: null, note: '', team },
      days[2]!,
    );
  const read = async (options: { from?: Date; to?: Date; except: string }) => {
    const found = [];
    for await (const one of closedCases(db, options)) found.push([one.text, one.routedTeam, one.team]);
    return found;
  };

  it('say which team a complaint belonged to in the end, in the order of time', async () => {
    expect(await read({ except: 'nobody' })).toEqual([
      ['The bill is wrong.', 'billing', 'billing'],
      ['The line is dead.', 'billing', 'network'],
      ['A refund please.', 'billing', 'billing'],
      ['Nobody came.', 'triage', 'field'],
    ]);
  });

  it('are read between two moments, and without those of a team that teaches nothing', async () => {
    expect(await read({ from: days[1]!, to: days[2]!, except: 'nobody' })).toHaveLength(1);
    expect(await read({ except: 'billing' })).toHaveLength(2);
  });

  it('count, week by week, how many stayed where they were sent', async () => {
    expect(await routedTallies(db, days[0]!, 'triage')).toEqual([
      { week: '2026-03-02', team: 'billing', by: 'model', closed: 1, stayed: 1, reopened: 0 },
      { week: '2026-03-02', team: 'billing', by: 'rule', closed: 2, stayed: 1, reopened: 0 },
    ]);
  });

  it('are compared with what a candidate in the shadow would have done', async () => {
    const candidate = 'model 9';
    const shadow = (at: number, team: string) => ({
      ...{ documentId: ids[at]!.documentId, candidate, team, score: 0.7, because: 'It is sure' },
    });
    const routes = [shadow(0, 'billing'), shadow(1, 'network'), shadow(2, 'sales'), shadow(4, 'sales')];
    await insertShadowRoutes(db, routes, days[2]!);
    await insertShadowRoutes(db, [shadow(0, 'sales')], days[2]!);
    expect(await shadowTallies(db, candidate)).toEqual([
      { candidate, live: 'billing', shadow: 'sales', count: 2, closed: 1, liveRight: 1, shadowRight: 0 },
      { candidate, live: 'billing', shadow: 'billing', count: 1, closed: 1, liveRight: 1, shadowRight: 1 },
      { candidate, live: 'billing', shadow: 'network', count: 1, closed: 1, liveRight: 0, shadowRight: 1 },
    ]);
    const differences = await shadowDifferences(db, candidate, 10);
    expect(differences.map(({ excerpt, shadow: team, settled }) => [excerpt, team, settled])).toEqual([
      ['Still open.', 'sales', null],
      ['A refund please.', 'sales', 'billing'],
      ['The line is dead.', 'network', 'network'],
    ]);
  });
});
