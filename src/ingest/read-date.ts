/** Which of the first two numbers of 03/04/2024 is the day. */
export type DateOrder = 'dmy' | 'mdy';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const clock = String.raw`(?:[T,\s]+(\d{1,2})[:h.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?`;
const yearFirst = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${clock}$`, 'i');
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, 'i');
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?$/;
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})\.?[-\s,]+(\d{4}|\d{2})${clock}$`,
  'i',
);
const monthNameDay = new RegExp(
  String.raw`^([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?[-\s,]+(\d{4}|\d{2})${clock}$`,
  'i',
);
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;

/**
 * Reads a date as people and programs write it: 2024-03-05, 2024-03-05T10:00Z, 2024/3/5 11:17:46, 5.3.2024, 05/03/24,
 * 5 Mar 2024, March 5, 2024, 2024年3月5日, 20240305, and seconds or milliseconds since 1970. Without a zone it is UTC.
 * A two-figure year is of the century from 1970. Dots mean day first; of slashes `order` says it, and without `order`
 * only a date that can be read one way is. @returns null for anything else.
 */
export function readDate(written: string, order: DateOrder | null = null): Date | null {
  const value = written.trim().replace(weekday, '');
  if (value.length > 40) return null;
  const first = yearFirst.exec(value) ?? compact.exec(value);
  if (first) return moment(first[1], first[2], first[3], first.slice(4));
  const last = yearLast.exec(value);
  if (last) return readYearLast(last, order);
  const named = dayMonthName.exec(value);
  if (named) return moment(named[3], monthNumber(named[2]), named[1], named.slice(4));
  const american = monthNameDay.exec(value);
  if (american) return moment(american[3], monthNumber(american[1]), american[2], american.slice(4));
  return /^\d{10}(\d{3})?$/.test(value) ? new Date(Number(value.padEnd(13, '0'))) : null;
}

/**
 * Whether days or months come first in these dates: one with a first number above 12 says days, one with a second
 * number above 12 says months. @returns null where none of them tells, or they disagree.
 */
export function dateOrder(sample: string[]): DateOrder | null {
  let [dmy, mdy] = [0, 0];
  for (const written of sample) {
    const match = yearLast.exec(written.trim().replace(weekday, ''));
    if (!match) continue;
    if (Number(match[1]) > 12) dmy++;
    if (Number(match[3]) > 12) mdy++;
  }
  if (dmy === mdy) return null;
  return dmy > mdy ? 'dmy' : 'mdy';
}

function readYearLast(match: RegExpExecArray, order: DateOrder | null): Date | null {
  const [, one, separator, two, year] = match;
  const dayFirst = separator === '.' || Number(one) > 12 || (Number(two) <= 12 && order === 'dmy') || one === two;
  const monthFirst = Number(two) > 12 || order === 'mdy';
  if (!dayFirst && !monthFirst) return null;
  const [day, month] = dayFirst ? [one, two] : [two, one];
  return moment(year, month, day, match.slice(5));
}

function monthNumber(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function moment(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, second, half, zone]: (string | undefined)[],
): Date | null {
  const [m, d] = [Number(month), Number(day)];
  let y = Number(year);
  if (year?.length === 2) y += y < 70 ? 2000 : 1900;
  let h = Number(hour ?? 0);
  if (half) h = (h % 12) + (/p/i.test(half) ? 12 : 0);
  if (y < 1900 || y > 2200) return null;
  const midnight = new Date(Date.UTC(y, m - 1, d));
  // Date.UTC lets 31 April run on into May.
  if (midnight.getUTCMonth() !== m - 1 || midnight.getUTCDate() !== d || h > 23 || Number(minute ?? 0) > 59)
    return null;
  return new Date(
    midnight.getTime() + ((h * 60 + Number(minute ?? 0)) * 60 + Number(second ?? 0) - offset(zone)) * 1000,
  );
}

/** Seconds that a zone is ahead of UTC. */
function offset(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -60 : 60) * (Number(match[2]) * 60 + Number(match[3]));
}
