import type { Channel } from '../../../src/types.ts';
import type { Random } from '../random.ts';

const dayMs = 86_400_000;

/** The window: 90 days, day 0 to day 89. */
export const firstDay = '2026-08-18';
export const lastDay = '2026-11-15';
export const windowDays = 90;

/** How much customers write on each weekday, Sunday first; the lines are closed on Sundays. */
const weekdayWeights: Record<Channel, readonly number[]> = {
  email: [0.45, 1.5, 1.2, 1.05, 1, 0.95, 0.5],
  call: [0, 1.6, 1.25, 1.05, 1, 1, 0.4],
  survey: [0.5, 1.35, 1.2, 1.05, 1, 0.95, 0.6],
};

/** Number of a date (`2026-10-07`) in the window. */
export function dayNumber(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(firstDay)) / dayMs);
}

/** Draws a day from `from` to `to` with the channel's weekday rhythm. */
export function drawDay(random: Random, channel: Channel, from: number, to: number): number {
  const weights: Record<string, number> = {};
  for (let day = Math.max(0, from); day <= Math.min(windowDays - 1, to); day++) {
    weights[day] = weekdayWeights[channel][weekday(day)]!;
  }
  if (Object.keys(weights).length === 0)
    throw new Error(`Days ${from} to ${to} lie outside the window of ${windowDays} days.`);
  return Number(random.weighted(weights));
}

/** 0 for Sunday. */
export function weekday(day: number): number {
  return new Date(Date.parse(firstDay) + day * dayMs).getUTCDay();
}

const hours: Record<Channel, [number, number]> = { email: [9, 21], call: [8, 18], survey: [9, 20] };

/** A time of day at which such a text comes in, in UTC; early and late enough to be the same day in Britain. */
export function timeOfDay(random: Random, channel: Channel, day: number): Date {
  const [from, to] = hours[channel];
  const seconds = random.int(from * 3600, to * 3600 + 3599);
  return new Date(Date.parse(firstDay) + day * dayMs + seconds * 1000);
}

/** Minutes that British clocks are ahead of UTC: summer time ends on 25 October 2026 at 01:00 UTC. */
export function clockOffset(at: Date): number {
  return at.getTime() < Date.UTC(2026, 9, 25, 1) ? 60 : 0;
}

export function addDays(at: Date, days: number): Date {
  return new Date(at.getTime() + days * dayMs);
}

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
