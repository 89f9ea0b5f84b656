import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { runDueNights } from '../../../src/workers/night/due-nights.ts';
import { testDatabases } from '../../support/engines.ts';
import { dayOf, nightContext, tell } from './support.ts';

describe.each(testDatabases())('the nights that are due on $name', ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
  });
  afterAll(() => drop());

  /** The store was first used on 1 April at two in the morning; nights are run at 02:15. */
  const dueAt = async (moment: string): Promise<(string | null)[]> => {
    const context = { ...nightContext(db), now: () => new Date(moment) };
    return (await runDueNights(context)).map(({ day }) => day);
  };

  it('are none while the store is empty', async () => {
    expect(await dueAt('2026-04-01T02:20:00Z')).toEqual([]);
  });

  it('are none before the first moment of the schedule, and then the night of the day that has ended, once', async () => {
    await tell(
      db,
      'march',
      Array.from({ length: 60 }, (_, at) => ({ day: dayOf(at % 30), categories: ['fees'] })),
    );
    expect(await dueAt('2026-04-01T02:10:00Z')).toEqual([]);
    expect(await dueAt('2026-04-01T02:15:00Z')).toEqual(['2026-03-31']);
    expect(await dueAt('2026-04-01T02:16:00Z')).toEqual([]);
    expect(await dueAt('2026-04-01T23:59:00Z')).toEqual([]);
  });

  it('are made up for when nothing ran, once for each day', async () => {
    expect(await dueAt('2026-04-04T09:00:00Z')).toEqual(['2026-04-01', '2026-04-02', '2026-04-03']);
    expect(await dueAt('2026-04-04T09:00:00Z')).toEqual([]);
  });

  it('are made up for no longer than the pipeline says', async () => {
    expect(await dueAt('2026-04-20T09:00:00Z')).toEqual([
      ...['2026-04-13', '2026-04-14', '2026-04-15', '2026-04-16', '2026-04-17', '2026-04-18', '2026-04-19'],
    ]);
  });

  it('are run by one of several that look at once', async () => {
    const found = await Promise.all([dueAt('2026-04-21T02:15:00Z'), dueAt('2026-04-21T02:15:00Z')]);
    expect(found.flat()).toEqual(['2026-04-20']);
  });

  it('leave out days whose window holds no text', async () => {
    expect(await dueAt('2027-01-10T09:00:00Z')).toEqual([]);
  });
});
