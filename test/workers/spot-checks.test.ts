import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '../../src/context.ts';
import { addRawTexts } from '../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../src/store/intake/save-results.ts';
import { startIntake } from '../../src/store/intake/start-intake.ts';
import { spotCheckProgress } from '../../src/store/spot-checks/spot-checks.ts';
import { drawDueSpotChecks } from '../../src/workers/spot-checks.ts';
import { testContexts } from '../support/contexts.ts';
import { rawText, understood } from '../support/texts.ts';

const [embedded] = testContexts();
const now = new Date('2026-03-09T08:00:00Z');
const texts = ['one', 'two', 'three'].map((body) => rawText(body));

let context: Context;
let drop: () => Promise<void>;
beforeAll(async () => {
  const started = await embedded!.start();
  context = { ...started.context, now: () => now };
  drop = started.drop;
});
afterAll(async () => {
  await context.close();
  await drop();
});

it('draws the week that is over once, when no text waits that may belong to it', async () => {
  expect(await drawDueSpotChecks(context)).toBe(0);
  const { database } = context;
  await addRawTexts(database, await startIntake(database, 'files', now), texts, now);
  const results = texts.map((raw) => understood(raw, { document: { receivedAt: new Date('2026-03-04T09:00:00Z') } }));
  await saveResults(database, results.slice(0, 2), now);
  expect(await drawDueSpotChecks(context)).toBe(0);
  await saveResults(database, results.slice(2), now);
  expect(await drawDueSpotChecks(context)).toBe(3);
  expect(await drawDueSpotChecks(context)).toBe(0);
  expect(await spotCheckProgress(database, 5)).toEqual([{ week: '2026-03-02', population: 3, drawn: 3, labelled: 0 }]);
});
