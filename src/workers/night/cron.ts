const fields = [
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  { name: 'day of the month', from: 1, to: 31 },
  { name: 'month', from: 1, to: 12 },
  { name: 'day of the week', from: 0, to: 7 },
] as const;

/** A moment as a wall clock shows it: minute, hour, day of the month, month, day of the week from Sunday (0). */
type Wall = readonly [number, number, number, number, number];

const minuteMilliseconds = 60_000;

/**
 * The moments between two that a cron expression names, `after` excluded and `upTo` included, the oldest first. Goes
 * minute by minute, so for some days, not for years.
 * @param cron five fields of numbers, `*`, lists, ranges and steps. @param timeZone such as `Europe/London`.
 * @throws Error naming the field, or the time zone, that is none.
 */
export function cronMoments(cron: string, timeZone: string, after: Date, upTo: Date): Date[] {
  const matches = readCron(cron);
  const wall = wallClock(timeZone);
  const moments: Date[] = [];
  const first = Math.floor(after.getTime() / minuteMilliseconds) + 1;
  for (let minute = first; minute * minuteMilliseconds <= upTo.getTime(); minute += 1) {
    const moment = new Date(minute * minuteMilliseconds);
    if (matches(wall(moment))) moments.push(moment);
  }
  return moments;
}

function readCron(cron: string): (wall: Wall) => boolean {
  const parts = cron.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    throw new Error(
      `The cron text "${cron}" has ${parts.length} fields; it should have five, as 15 2 * * * for a quarter past two.`,
    );
  }
  const allowed = parts.map((part, at) => readField(part, fields[at]!, cron));
  const isRestricted = (at: number) => !parts[at]!.startsWith('*');
  return (wall) => {
    const fits = (at: number) => allowed[at]!.has(wall[at]!);
    // As cron has it since 1987: where both kinds of day are named, either will do.
    const dayFits = isRestricted(2) && isRestricted(4) ? fits(2) || fits(4) : fits(2) && fits(4);
    return fits(0) && fits(1) && fits(3) && dayFits;
  };
}

function readField(part: string, { name, from, to }: (typeof fields)[number], cron: string): Set<number> {
  const values = new Set<number>();
  for (const piece of part.split(',')) {
    const [, range = '', low, high, step = '1'] = /^(\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(piece) ?? [];
    const first = range === '*' ? from : Number(low ?? Number.NaN);
    const single = piece.includes('/') ? to : first;
    const last = range === '*' ? to : high === undefined ? single : Number(high);
    if (!(first >= from && last <= to && first <= last && Number(step) > 0)) {
      throw new Error(`The cron text "${cron}" says "${part}" for the ${name}; that should be from ${from} to ${to}.`);
    }
    for (let value = first; value <= last; value += Number(step))
      values.add(name === 'day of the week' ? value % 7 : value);
  }
  return values;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** @throws RangeError for a time zone that is none. */
function wallClock(timeZone: string): (moment: Date) => Wall {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{
      timeZone,
      hourCycle: 'h23',
      minute: 'numeric',
      hour: 'numeric',
      day: 'numeric',
      month: 'numeric',
      weekday: 'short',
    },
  });
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
    return [
      number('minute'),
      number('hour'),
      number('day'),
      number('month'),
      weekdays.indexOf(parts.get('weekday') ?? ''),
    ];
  };
}
