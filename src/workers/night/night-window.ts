import type { RunWindow } from '../../store/runs/start-run.ts';

const dayMilliseconds = 86_400_000;

/** The days that the night for `day` looks at: `windowDays` with the day itself, or all up to it where that is null. */
export function nightWindow(day: string | null, windowDays: number | null): RunWindow {
  if (windowDays !== null && !(Number.isSafeInteger(windowDays) && windowDays >= 1)) {
    throw new RangeError(
      `windowDays is ${windowDays}; it should be a whole number of at least 1, or null for all days.`,
    );
  }
  if (day === null || windowDays === null) return { day, fromDay: null };
  const first = new Date(Date.parse(`${day}T00:00:00Z`) - (windowDays - 1) * dayMilliseconds);
  return { day, fromDay: first.toISOString().slice(0, 10) };
}
