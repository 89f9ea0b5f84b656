/** Solves a·x = b for a small, positive definite `a`, by elimination. */
export function solve(a: number[][], b: number[]): number[] {
  const rows = a.map((row, at) => [...row, b[at]!]);
  const size = b.length;
  for (let at = 0; at < size; at += 1) {
    for (let below = at + 1; below < size; below += 1) {
      const factor = rows[below]![at]! / rows[at]![at]!;
      for (let column = at; column <= size; column += 1) rows[below]![column]! -= factor * rows[at]![column]!;
    }
  }
  const x = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    let rest = rows[at]![size]!;
    for (let column = at + 1; column < size; column += 1) rest -= rows[at]![column]! * x[column]!;
    x[at] = rest / rows[at]![at]!;
  }
  return x;
}
