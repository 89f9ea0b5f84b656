import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { drawSpotChecks } from '../../../src/store/spot-checks/draw-spot-checks.ts';
import { categoryCheckTallies, routingCheckTallies } from '../../../src/store/spot-checks/spot-check-tallies.ts';
import { labelSpotCheck, nextSpotCheck, spotCheckProgress } from '../../../src/store/spot-checks/spot-checks.ts';
import { testDatabases } from '../../support/engines.ts';
import { rawText, route, understood } from '../../support/texts.ts';

const now = new Date('2026-03-09T10:00:00Z');
const week = '2026-03-02';

describe.each(testDatabases())('spot checks on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    const raws = Array.from({ length: 40 }, (_, at) => rawText(`Text ${at}`));
    await addRawTexts(db, await startIntake(db, 'files', now), raws, now);
    const results = raws.map((raw, at) =>
      understood(raw, {
        // One in five came a week later; every other one is no complaint.
        document: { receivedAt: new Date(at % 5 === 4 ? '2026-03-09T01:00:00Z' : '2026-03-08T23:00:00Z') },
        route: at % 2 === 0 ? route() : null,
      }),
    );
    await saveResults(db, results, now);
  });
  afterAll(() => drop());

  const draw = (seed = 1) => drawSpotChecks(db, { week, size: 10, seed, now });
  const drawn = async () =>
    (await db.query<{ id: number }>('select document_id as id from spot_checks order by position')).map(({ id }) => id);

  it('is drawn once a week from that week, the same texts for the same seed', async () => {
    expect(await draw()).toBe(10);
    const first = await drawn();
    expect(await draw()).toBe(0);
    await db.query('delete from spot_check_weeks');
    await draw();
    expect(await drawn()).toEqual(first);
    await db.query('delete from spot_check_weeks');
    await draw(2);
    expect(await drawn()).not.toEqual(first);
    expect(await spotCheckProgress(db, 5)).toEqual([{ week, population: 32, drawn: 10, labelled: 0 }]);
  });

  it('is not drawn from a week without texts', async () => {
    expect(await drawSpotChecks(db, { week: '2026-01-05', size: 10, seed: 1, now })).toBe(0);
  });

  it('offers one text after the other until all are labelled', async () => {
    const seen = new Set<number>();
    for (let item = await nextSpotCheck(db); item; item = await nextSpotCheck(db)) {
      seen.add(item.documentId);
      // The machine names bill.wrong of every text; the person says so of all but the first three.
      const categories = item.position <= 3 ? ['network.slow'] : ['bill.wrong'];
      const team = item.position === 10 ? null : item.position <= 2 ? 'network' : 'billing';
      await labelSpotCheck(db, { week, documentId: item.documentId, categories, team, by: 'Ann' }, now);
    }
    expect(seen.size).toBe(10);
    expect((await spotCheckProgress(db, 5))[0]?.labelled).toBe(10);
    const label = { week, documentId: 99_999, categories: [], team: null, by: 'Ann' };
    expect(await labelSpotCheck(db, label, now)).toBe(false);
  });

  it('counts by category what machine and person say, beside what the machine says of all', async () => {
    expect(await categoryCheckTallies(db, week)).toEqual([
      { week, category: 'bill.wrong', population: 32, predicted: 32, labelled: 10, yesYes: 7, yesNo: 3, noYes: 0 },
      { week, category: 'network.slow', population: 32, predicted: 0, labelled: 10, yesYes: 0, yesNo: 0, noYes: 3 },
    ]);
  });

  it('counts where the person and the routing agree', async () => {
    const [tally] = await routingCheckTallies(db, week);
    const [row] = await db.query<{ opened: number; both: number; same: number }>(
      `select count(k.id)::int as opened, count(*) filter (where k.id is not null and i.position < 10)::int as both,
         count(*) filter (where k.id is not null and i.position between 3 and 9)::int as same
       from spot_checks i left join cases k on k.document_id = i.document_id`,
    );
    expect(tally).toEqual({
      week,
      labelled: 10,
      opened: row?.opened,
      complaints: 9,
      both: row?.both,
      sameTeam: row?.same,
    });
    expect(row?.opened).toBeGreaterThan(0);
  });
});
