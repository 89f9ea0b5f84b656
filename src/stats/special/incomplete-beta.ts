import { binomialDensity } from '../laws/binomial-density.ts';
import { requireAtLeast, requirePositive } from '../require.ts';

/**
 * The regularised incomplete beta function Iₓ(a, b) = ∫₀ˣ tᵃ⁻¹ (1−t)ᵇ⁻¹ dt / B(a, b), by its continued fraction
 * (NIST DLMF 8.17.22), mirrored where that converges faster. `complement` is 1 − x, for callers that know it more
 * exactly than subtraction would. Domain 0 ≤ x ≤ 1, a > 0, b > 0.
 * @throws RangeError outside the domain.
 */
export function incompleteBeta(x: number, a: number, b: number, complement: number = 1 - x): number {
  requireAtLeast('x of incompleteBeta', x, 0);
  requireAtLeast('1 − x of incompleteBeta', complement, 0);
  requirePositive('a of incompleteBeta', a);
  requirePositive('b of incompleteBeta', b);
  if (x === 0) return 0;
  if (complement === 0) return 1;
  const value = x <= (a + 1) / (a + b + 2) ? lowerPart(x, complement, a, b) : 1 - lowerPart(complement, x, b, a);
  return Math.min(1, Math.max(0, value));
}

/** xᵃ (1−x)ᵇ / (a B(a, b)) times the continued fraction, by Lentz's method. */
function lowerPart(x: number, y: number, a: number, b: number): number {
  const front = (binomialDensity(a, a + b, x, y) * b) / (a + b);
  const tiny = 1e-300;
  const notZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; ; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 3e-16) return front * fraction;
  }
}
