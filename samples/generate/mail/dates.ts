import { clockOffset, months, weekdays } from '../plan/calendar.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** As the clock on a British wall shows it. */
function wall(at: Date): Date {
  return new Date(at.getTime() + clockOffset(at) * 60_000);
}

/** RFC 5322: `Wed, 07 Oct 2026 14:12:09 +0100`. */
export function mailDate(at: Date): string {
  const local = wall(at);
  const day = `${weekdays[local.getUTCDay()]!.slice(0, 3)}, ${two(local.getUTCDate())} ${months[local.getUTCMonth()]!.slice(0, 3)}`;
  return `${day} ${local.getUTCFullYear()} ${clock(local)} +${two(clockOffset(at) / 60)}00`;
}

/** `Wed, 7 Oct 2026 at 14:12`, as mail programs write it above a quote. */
export function quoteDate(at: Date): string {
  const local = wall(at);
  const day = `${weekdays[local.getUTCDay()]!.slice(0, 3)}, ${local.getUTCDate()} ${months[local.getUTCMonth()]!.slice(0, 3)}`;
  return `${day} ${local.getUTCFullYear()} at ${clock(local).slice(0, 5)}`;
}

/** `07 October 2026 14:12`, as in a block of copied headers. */
export function longDate(at: Date): string {
  const local = wall(at);
  return `${two(local.getUTCDate())} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()} ${clock(local).slice(0, 5)}`;
}

/** `Wed Oct  7 13:12:09 2026`, in UTC, as mbox separates its mails. */
export function mboxDate(at: Date): string {
  const day = `${weekdays[at.getUTCDay()]!.slice(0, 3)} ${months[at.getUTCMonth()]!.slice(0, 3)} ${String(at.getUTCDate()).padStart(2)}`;
  return `${day} ${clock(at)} ${at.getUTCFullYear()}`;
}

const clock = (at: Date) => at.toISOString().slice(11, 19);
