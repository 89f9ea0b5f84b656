/** How far a value lies from what it should be, as a share of that. */
export const relativeError = (value: number, right: number): number => Math.abs(value / right - 1);
