import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SpotChecks } from '../../dashboards/views/spot-checks.ts';
import { drawSpotChecks } from '../../src/store/spot-checks/draw-spot-checks.ts';
import { lastFullWeek } from '../../src/store/spot-checks/last-full-week.ts';
import { testDatabases } from '../support/engines.ts';
import { createCorpus } from './support/corpus.ts';
import { addTexts, now } from './support/seed.ts';
import { openWorld, type World } from './support/world.ts';

const [pglite] = testDatabases();
if (!pglite) throw new Error('There is always the embedded database to test on.');

let world: World;
let week: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  const { database, drop: dropDatabase } = await pglite.open();
  await addTexts(database, createCorpus(120));
  world = await openWorld(database);
  week = (await lastFullWeek(database, now)) ?? '';
  drop = async () => {
    await world.close();
    await dropDatabase();
  };
});
afterAll(() => drop());

const read = async () => (await world.ask('/api/spot-checks')).json() as SpotChecks;
const page = async () => (await world.ask('/spot-checks')).body;
const form = (fields: Record<string, string>) =>
  world.ask({
    ...{ method: 'POST', url: '/spot-checks', payload: new URLSearchParams(fields).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the page of spot checks', () => {
  it('says what to wait for before a sample is drawn', async () => {
    expect(await page()).toContain('No sample has been drawn yet');
  });

  it('shows a text without what the machine found in it', async () => {
    await drawSpotChecks(world.services.database, { week, size: 6, seed: 1, now });
    const { next } = await read();
    expect(next?.position).toBe(1);
    const body = await page();
    expect(body).toContain('What is it about?');
    expect(body).not.toContain('<mark');
  });

  it('keeps what a person says, headings included, and shows the next', async () => {
    const { next } = await read();
    const fields = {
      week,
      documentId: String(next?.documentId),
      'category:billing.overcharged': 'on',
      team: 'billing',
    };
    const answer = await form(fields);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/spot-checks']);
    const after = await read();
    expect(after.next?.position).toBe(2);
    expect(after.shares.map(({ category }) => category.id)).toContain('billing');
    const [row] = await world.services.database.query(
      'select categories, team from spot_checks where labelled_at is not null',
    );
    expect(row).toEqual({ categories: ['billing', 'billing.overcharged'], team: 'billing' });
  });

  it('corrects the shares of topics when all are labelled', async () => {
    for (let { next } = await read(); next; { next } = await read()) {
      await form({ week, documentId: String(next.documentId), team: '' });
    }
    const { shares, weeks, routing } = await read();
    expect(weeks[0]).toMatchObject({ week, drawn: 6, labelled: 6 });
    for (const { share } of shares) {
      expect(share.sampled).toBe(6);
      expect(share.lower).toBeLessThanOrEqual(share.corrected);
      expect(share.corrected).toBeLessThanOrEqual(share.upper);
    }
    expect(shares.some(({ share }) => share.corrected < share.predicted)).toBe(true);
    expect(routing === null || routing.complaints === 1).toBe(true);
    expect(await page()).toContain('All texts of the sample are labelled');
  });

  it('refuses a topic, a department or a text that is not there', async () => {
    const label = { week, documentId: 1, categories: [] as string[], team: null as string | null };
    const post = async (payload: object) =>
      (await world.ask({ method: 'POST', url: '/api/spot-checks', payload })).json();
    expect(await post({ ...label, categories: ['nonsense'] })).toMatchObject({
      message: expect.stringContaining('no topic "nonsense"'),
    });
    expect(await post({ ...label, team: 'nobody' })).toMatchObject({
      message: expect.stringContaining('no department "nobody"'),
    });
    expect(await post({ ...label, documentId: 999_999 })).toMatchObject({ statusCode: 404 });
  });
});
