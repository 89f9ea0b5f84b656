import type { Circuit, Retry } from './destination.ts';

/**
 * Seconds until the next attempt: doubled with each, and up to a fifth more by chance, so that what failed together does
 * not come back together.
 * @param attempts made so far, at least 1. @param chance from 0 to 1.
 */
export function backoffSeconds({ firstSeconds, longestSeconds }: Retry, attempts: number, chance: number): number {
  // Beyond 2^40 seconds the bound holds anyhow, and the power stays finite.
  const doubled = firstSeconds * 2 ** Math.min(attempts - 1, 40);
  return Math.min(doubled, longestSeconds) * (1 + 0.2 * chance);
}

/** Seconds for which a destination is left alone after so many failures in a row; 0 while it is still asked. */
export function pauseSeconds({ failures, pauseSeconds: first, longestSeconds }: Circuit, inARow: number): number {
  if (inARow < failures) return 0;
  return Math.min(first * 2 ** Math.min(inARow - failures, 40), longestSeconds);
}

/** The longest that a delivery can be told to wait. What waits longer was put off by a clock that went wrong. */
export function longestWaitSeconds({ longestSeconds }: Retry): number {
  return Math.max(longestSeconds * 1.2, longestRetryAfterSeconds);
}

/** A server that asks for more than a day's patience does not get it. */
export const longestRetryAfterSeconds = 24 * 3600;
