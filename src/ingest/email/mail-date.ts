import { readDate } from '../read-date.ts';

/**
 * Reads a mail's Date header (RFC 5322, and what mailers make of it: two-figure years, names of zones, comments).
 * @returns null where it is no date.
 */
export function mailDate(header: string | undefined): Date | null {
  const value = (header ?? '').replace(/\([^()]*\)/g, ' ').trim();
  if (value === '' || value.length > 100) return null;
  const parsed = new Date(value);
  if (!Number.isNaN(parsed.getTime())) return parsed;
  // Zones that Date does not know ("MEZ", "+02000"), and dots or dashes between the numbers.
  return readDate(value.replace(/\s+(?:[A-Z]{2,5}|[+-]\d{3,5})\s*$/, ''));
}
