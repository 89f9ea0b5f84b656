const earliest = Date.UTC(1990, 0, 1);
const dayMs = 86_400_000;

/**
 * When a text was received: its own date where that can be so, else when its file was last changed. A date before 1990
 * or more than a day after the file's own is a broken clock or a misread number.
 */
export function receivedAt(stated: Date | null, modifiedAt: Date): Date {
  if (!stated) return modifiedAt;
  const at = stated.getTime();
  return at >= earliest && at <= modifiedAt.getTime() + dayMs ? stated : modifiedAt;
}
