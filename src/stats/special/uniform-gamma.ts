import { deviance } from './deviance.ts';
import type { GammaTails } from './incomplete-gamma.ts';

/** Terms in 1/a, and in η: with a ≥ 100 and |η| ≤ ½ what is left out is under 1e−16. */
const orders = 7;
const powers = 26;

/** Near its mean a large gamma variable is nearly normal, and series and fraction need about √a terms: use this instead. */
export function canUseUniformGamma(a: number, x: number): boolean {
  return a >= 100 && x > 0.65 * a && x < 1.5 * a;
}

/**
 * Temme's uniform asymptotic expansion (NIST DLMF 8.12.3, 8.12.4 and 8.12.7): with ½η² = x/a − 1 − ln(x/a),
 * Q(a, x) = ½ erfc(η√(a/2)) + S and P = 1 − Q, where S = e^(−½aη²) / √(2πa) · Σ cₖ(η) a⁻ᵏ.
 * Domain: where `canUseUniformGamma` holds.
 */
export function uniformGammaTails(a: number, x: number, erfc: (z: number) => number): GammaTails {
  const exponent = deviance(a, x);
  const eta = Math.sign(x - a) * Math.sqrt((2 * exponent) / a);
  let sum = 0;
  for (let k = orders - 1; k >= 0; k--) sum = sum / a + polynomial(coefficients[k]!, eta);
  const correction = (Math.exp(-exponent) / Math.sqrt(2 * Math.PI * a)) * sum;
  // Only the smaller tail needs its digits; the other is what is left of 1.
  const tail = 0.5 * erfc(Math.sqrt(exponent));
  if (eta >= 0) return { lower: 1 - tail - correction, upper: tail + correction };
  return { lower: tail - correction, upper: 1 - tail + correction };
}

function polynomial(terms: Float64Array, x: number): number {
  let sum = 0;
  for (let n = terms.length - 1; n >= 0; n--) sum = sum * x + terms[n]!;
  return sum;
}

const coefficients = expansion();

/**
 * cₖ(η) = Σ dₖₙ ηⁿ with d₀₀ = −⅓, d₀ₙ = (n+2) αₙ₊₂ and dₖₙ = (−1)ᵏ gₖ d₀ₙ + (n+2) dₖ₋₁,ₙ₊₂ (DLMF 8.12.10 to 8.12.12);
 * α are the coefficients of x/a − 1 in powers of η, g those of Stirling's series of Γ.
 */
function expansion(): Float64Array[] {
  const length = powers + 2 * orders;
  const alpha = inverseCoefficients(length + 3);
  const stirling = stirlingCoefficients();
  const d = Array.from({ length: orders }, () => new Float64Array(length));
  for (let n = 0; n < length; n++) d[0]![n] = n === 0 ? -1 / 3 : (n + 2) * alpha[n + 2]!;
  for (let k = 1; k < orders; k++) {
    for (let n = 0; n + 2 < length - 2 * (k - 1); n++) {
      d[k]![n] = (-1) ** k * stirling[k]! * d[0]![n]! + (n + 2) * d[k - 1]![n + 2]!;
    }
  }
  return d.map((terms) => terms.subarray(0, powers));
}

/** From λ′(η)·(λ(η) − 1) = η·λ(η), with λ − 1 = Σ αₙηⁿ: α₁ = 1, and each next one from those before it. */
function inverseCoefficients(length: number): Float64Array {
  const alpha = new Float64Array(length);
  alpha[1] = 1;
  for (let n = 2; n < length; n++) {
    // The power ηⁿ: Σ k αₖ α₍ₙ₊₁₋ₖ₎ over k = 1 … n equals αₙ₋₁; the first and last terms hold αₙ, 1 + n times.
    let inner = 0;
    for (let k = 2; k < n; k++) inner += k * alpha[k]! * alpha[n + 1 - k]!;
    alpha[n] = (alpha[n - 1]! - inner) / (n + 1);
  }
  return alpha;
}

/** Γ(z) ~ e⁻ᶻ zᶻ √(2π/z) Σ gₖ z⁻ᵏ (DLMF 5.11.4). */
function stirlingCoefficients(): number[] {
  return [1, 1 / 12, 1 / 288, -139 / 51_840, -571 / 2_488_320, 163_879 / 209_018_880, 5_246_819 / 75_246_796_800];
}
