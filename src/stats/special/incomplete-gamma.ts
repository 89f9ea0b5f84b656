import { poissonDensity } from '../laws/poisson-density.ts';
import { requireAtLeast, requirePositive } from '../require.ts';
import { canUseUniformGamma, uniformGammaTails } from './uniform-gamma.ts';

/** P(a, x) and Q(a, x), which add up to 1; each is exact to about 1e−13 of itself, however small. */
export interface GammaTails {
  lower: number;
  upper: number;
}

/**
 * The regularised incomplete gamma functions: P(a, x) = ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a), and Q = 1 − P.
 * Series below a + 1, Legendre's continued fraction above (NIST DLMF 8.7.1 and 8.9.2), and Temme's uniform expansion
 * where a is large and x near it. Domain a > 0, x ≥ 0.
 * @throws RangeError outside the domain.
 */
export function incompleteGamma(a: number, x: number): GammaTails {
  requirePositive('a of incompleteGamma', a);
  requireAtLeast('x of incompleteGamma', x, 0);
  if (x === 0) return { lower: 0, upper: 1 };
  if (canUseUniformGamma(a, x)) return uniformGammaTails(a, x, erfc);
  if (x < a + 1) {
    const lower = Math.min(1, lowerBySeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, upperByFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** P = xᵃ e⁻ˣ / Γ(a + 1) · (1 + x/(a+1) + x²/((a+1)(a+2)) + …) */
function lowerBySeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return poissonDensity(a, x) * sum;
}

/** Q = xᵃ e⁻ˣ / Γ(a) · 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))), by Lentz's method. */
function upperByFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / notZero(numerator * d + b, tiny);
    c = notZero(b + numerator / c, tiny);
    fraction *= d * c;
    // Rounding may keep the factor a unit away from 1 for ever.
    if (Math.abs(d * c - 1) < 3e-16) return poissonDensity(a, x) * a * fraction;
  }
}

const notZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);

/** erfc(z) = Q(½, z²) for z ≥ 0, and 2 − erfc(−z) below. */
function erfc(z: number): number {
  if (z === 0) return 1;
  const { lower, upper } = incompleteGamma(0.5, z * z);
  return z > 0 ? upper : 1 + lower;
}
