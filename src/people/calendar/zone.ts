const dayMilliseconds = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the name is a time zone of the tz database that this Node knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function zoneOffset(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // `GMT`, `GMT+01:00`, and before there were zones `GMT-00:01:15`.
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = /GMT([+-])(\d+):(\d+)(?::(\d+))?/.exec(name) ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * The moment at which a clock on the wall of the zone shows `wall`, milliseconds as if the wall were UTC. An hour that
 * the clocks skip is taken as the hour after it; of one that comes twice, the first is meant.
 */
export function momentOf(wall: number, timeZone: string): number {
  // No zone changes its clocks twice within two days.
  const before = wall - zoneOffset(wall - dayMilliseconds, timeZone);
  const after = wall - zoneOffset(wall + dayMilliseconds, timeZone);
  const shown = [before, after].filter((moment) => moment + zoneOffset(moment, timeZone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}
