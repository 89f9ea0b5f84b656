import { InvalidArgumentError } from 'commander';

/** A day as people type it. @throws InvalidArgumentError for what is no day of the calendar. */
export function dayOption(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  // Node rolls 30 February over to March; the comparison finds out.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime());
  if (isDay && date.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('Write a day of the calendar as 2026-03-31.');
}
