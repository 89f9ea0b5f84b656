import { countStale } from '../../store/analyses/count-stale.ts';
import { oneAtATime } from '../../store/one-at-a-time.ts';
import { firstIntakeAt, missedNights } from '../../store/runs/missed-nights.ts';
import { type MinedNight, mineRelations, type NightContext } from '../nightly.ts';
import { cronMoments } from './cron.ts';

const dayMilliseconds = 86_400_000;

/**
 * Runs the nights that the schedule has asked for and nobody has run: last night's, and those missed while nothing ran.
 * Safe to call at any time and in several processes; each night is run once. @returns the nights, the oldest first.
 */
export async function runDueNights(context: NightContext): Promise<MinedNight[]> {
  const nights = await oneAtATime(context.database, 'due nights', async () => {
    // They are made up for once all texts are analysed by one version.
    if ((await countStale(context.database, context.models.versions)) > 0) return [];
    const found: MinedNight[] = [];
    for (const day of await dueDays(context)) found.push(await mineRelations(context, { day }));
    return found;
  });
  return nights ?? [];
}

/** The days that the schedule's moments since the first text are for, each the last that had ended, and that lack a night. */
async function dueDays({ database, pipelines, now }: NightContext): Promise<string[]> {
  const { schedule, windowDays } = pipelines.nightly;
  const begun = await firstIntakeAt(database);
  if (begun === null) return [];
  const earliest = now().getTime() - schedule.catchUpDays * dayMilliseconds;
  const since = new Date(Math.max(begun.getTime(), earliest));
  const moments = cronMoments(schedule.cron, schedule.timeZone, since, now());
  const days = moments.map((moment) => new Date(moment.getTime() - dayMilliseconds).toISOString().slice(0, 10));
  return missedNights(database, [...new Set(days)], windowDays);
}
