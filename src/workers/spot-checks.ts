import type { Context } from '../context.ts';
import { drawSpotChecks } from '../store/spot-checks/draw-spot-checks.ts';
import { lastFullWeek } from '../store/spot-checks/last-full-week.ts';
import { storeStatus } from '../store/status.ts';

/**
 * Draws the sample of the latest week that is over and has texts, unless it is drawn. While texts wait it draws none: those
 * of that week may be among them. @returns how many were drawn now.
 */
export async function drawDueSpotChecks({
  models,
  database,
  pipelines,
  now,
  log,
}: Pick<Context, 'database' | 'models' | 'pipelines' | 'now' | 'log'>): Promise<number> {
  const { texts, seed } = pipelines.quality.spotChecks;
  if ((await storeStatus(database, models.versions)).waiting > 0) return 0;
  const week = await lastFullWeek(database, now());
  if (week === null) return 0;
  const drawn = await drawSpotChecks(database, { week, size: texts, seed, now: now() });
  if (drawn > 0) log.info({ week, drawn }, 'drew texts for spot checks');
  return drawn;
}
