/** @throws RangeError unless the value is a finite number of at least `least`. */
export function requireAtLeast(name: string, value: number, least: number): void {
  if (Number.isFinite(value) && value >= least) return;
  throw new RangeError(`${name} is ${value}; it should be a finite number of at least ${least}.`);
}

/** @throws RangeError unless the value is a finite number above zero. */
export function requirePositive(name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`${name} is ${value}; it should be a finite number above 0.`);
}

/** @throws RangeError unless the value is a whole number from 0 to 2⁵³ − 1. */
export function requireCount(name: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new RangeError(`${name} is ${value}; it should be a whole number of at least 0.`);
}

/** @throws RangeError unless the value lies strictly between 0 and 1. */
export function requireBetweenZeroAndOne(name: string, value: number): void {
  if (value > 0 && value < 1) return;
  throw new RangeError(`${name} is ${value}; it should lie between 0 and 1, both excluded.`);
}

/** @throws RangeError unless all four cells of a fourfold table are whole numbers from 0 to 2⁵³ − 1. */
export function requireCells(where: string, a: number, b: number, c: number, d: number): void {
  for (const [index, cell] of [a, b, c, d].entries()) {
    if (Number.isSafeInteger(cell) && cell >= 0) continue;
    throw new RangeError(`cell ${'abcd'[index]} of ${where} is ${cell}; it should be a whole number of at least 0.`);
  }
}
