import type { CaseState, Channel, Facet, Grade, Priority } from '../src/types.ts';

/** How values are written for people. Days and times are in UTC, as the store counts days. */

const counts = new Intl.NumberFormat('en');
const shares = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

export const channelNames: Record<Channel, string> = { email: 'Emails', call: 'Calls', survey: 'Surveys' };
export const channelName: Record<Channel, string> = { email: 'Email', call: 'Call', survey: 'Survey' };
export const facetNames: Record<Facet, string> = {
  topic: 'Topics',
  product: 'Products',
  cause: 'Causes',
  signal: 'Signals',
  competitor: 'Competitors',
};
export const priorityNames: Record<Priority, string> = { urgent: 'Urgent', high: 'High', normal: 'Normal', low: 'Low' };
export const stateNames: Record<CaseState, string> = {
  open: 'Open',
  accepted: 'Accepted',
  answered: 'Answered',
  closed: 'Closed',
};

export function formatCount(count: number): string {
  return counts.format(count);
}

/** `12` and `text` → `12 texts`. */
export function formatCounted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A share from 0 to 1 as a percentage. */
export function formatShare(share: number): string {
  return shares.format(share);
}

/** A sentiment from −1 to 1 with its sign, so that it reads as a leaning and not as a count. */
export function formatScore(score: number): string {
  const text = Math.abs(score).toFixed(2);
  if (text === '0.00') return '0.00';
  return score < 0 ? `−${text}` : `+${text}`;
}

/** Impacts are small, so one digit more than a score. */
export function formatImpact(impact: number): string {
  const text = Math.abs(impact).toFixed(3);
  return text === '0.000' ? text : `${impact < 0 ? '−' : '+'}${text}`;
}

/** A ratio such as lift, with enough digits to compare. */
export function formatRatio(ratio: number): string {
  return ratio >= 100 ? formatCount(Math.round(ratio)) : ratio.toFixed(2);
}

/** An expected count, which is no whole number. */
export function formatExpected(expected: number): string {
  return expected >= 1000 ? formatCount(Math.round(expected)) : expected.toFixed(expected < 10 ? 2 : 1);
}

/** A p- or q-value: small ones as a power of ten. */
export function formatProbability(probability: number): string {
  if (probability >= 0.001) return probability.toFixed(3);
  if (probability < 1e-300) return '< 1e−300';
  const [digits = '', power = ''] = probability.toExponential(1).split('e-');
  return `${digits}e−${power}`;
}

/** `2025-03-01` → `1 Mar 2025`. */
export function formatDay(day: string): string {
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** A distance from what was expected, with its sign. */
export function formatIndicator(indicator: number): string {
  const text = Math.abs(indicator).toFixed(1);
  return text === '0.0' ? text : `${indicator < 0 ? '−' : '+'}${text}`;
}

/** The days that a night looked at, as they stand after a noun; nothing where it looked at all. */
export function windowWords({ fromDay, day }: { fromDay: string | null; day: string | null }): string {
  if (day === null) return '';
  return fromDay === null ? ` received up to ${formatDay(day)}` : ` received ${formatDay(fromDay)} – ${formatDay(day)}`;
}

/** An ISO time → `1 Mar 2025, 14:05`. */
export function formatMoment(at: string): string {
  return moments.format(new Date(at));
}

/** Seconds from the start of a call → `3:07`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** An ISO 639 code → the language's English name. */
export function formatLanguage(code: string): string {
  if (code === 'und') return 'Unknown';
  try {
    return languages.of(code) ?? code;
  } catch {
    // Not a well-formed code: the text of a mail header may hold anything.
    return code;
  }
}

/** The five grades as a reader says them. */
export function gradeName(grade: Grade): string {
  return { '-2': 'very negative', '-1': 'negative', '0': 'neutral', '1': 'positive', '2': 'very positive' }[
    String(grade) as '-2' | '-1' | '0' | '1' | '2'
  ];
}
