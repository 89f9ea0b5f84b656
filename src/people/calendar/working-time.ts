import { type WorkCalendar, weekdays } from '../../pipeline.ts';
import { momentOf, zoneOffset } from './zone.ts';

const dayMilliseconds = 86_400_000;
const hourMilliseconds = 3_600_000;
/** Days to look ahead. A checked calendar works some hour a week and its due times are below 2,000 hours. */
const mostDays = 16_000;
/** Days whose stretches are remembered. */
const rememberedDays = 4000;

type Stretch = [from: number, to: number];

/**
 * When something is due that came in at `receivedAt` and may take `hours` of the calendar's working time. The clocks'
 * changes are no work: a night shift of `00:00–08:00` has seven hours when they are put forward, nine when back.
 * @throws RangeError where the calendar has no such time ahead.
 */
export function dueAt(receivedAt: Date, hours: number, calendar: WorkCalendar): Date {
  let left = hours * hourMilliseconds;
  for (const [from, to] of stretchesFrom(receivedAt.getTime(), calendar)) {
    if (left <= to - from) return new Date(from + left);
    left -= to - from;
  }
  throw new RangeError(
    `The calendar has no ${hours} working hours in the ${mostDays} days after ${receivedAt.toISOString()}.`,
  );
}

/** Working hours between two moments; 0 where the second is not after the first. */
export function workingHours(from: Date, to: Date, calendar: WorkCalendar): number {
  let sum = 0;
  for (const [start, end] of stretchesFrom(from.getTime(), calendar)) {
    if (start >= to.getTime()) break;
    sum += Math.min(end, to.getTime()) - start;
  }
  return sum / hourMilliseconds;
}

/** What is worked from a moment on, stretch by stretch. */
function* stretchesFrom(at: number, calendar: WorkCalendar): Generator<Stretch> {
  const stretchesOf = stretchesByDay(calendar);
  const first = Math.floor((at + zoneOffset(at, calendar.timeZone)) / dayMilliseconds);
  for (let day = first; day < first + mostDays; day++) {
    for (const [from, to] of stretchesOf(day)) if (to > at) yield [Math.max(from, at), to];
  }
}

const remembered = new WeakMap<WorkCalendar, (day: number) => Stretch[]>();

/** The stretches of a day, counted from 1 January 1970 by the clock of the calendar's zone. */
function stretchesByDay(calendar: WorkCalendar): (day: number) => Stretch[] {
  const known = remembered.get(calendar);
  if (known) return known;
  const { timeZone, hours, holidays } = calendar;
  const free = new Set(holidays.map((day) => Date.parse(`${day}T00:00:00Z`) / dayMilliseconds));
  const days = new Map<number, Stretch[]>();
  const stretchesOf = (day: number): Stretch[] => {
    let found = days.get(day);
    if (!found) {
      if (days.size >= rememberedDays) days.clear();
      const moment = (time: string) => momentOf(day * dayMilliseconds + readMinutes(time) * 60_000, timeZone);
      const worked = free.has(day) ? [] : (hours[weekdayOf(day)] ?? []);
      found = worked.map(([from, to]) => [moment(from), moment(to)]);
      days.set(day, found);
    }
    return found;
  };
  remembered.set(calendar, stretchesOf);
  return stretchesOf;
}

/** The first of January 1970 was a Thursday. */
function weekdayOf(day: number) {
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

/** `09:30` → 570. */
export function readMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
