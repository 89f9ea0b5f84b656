/** A stretch of pieces that carries feeling, and how much after its surroundings are weighed. */
export interface Cue {
  start: number;
  end: number;
  /** From the lexicon, −3 to 3; 0 for a phrase that shields its words. */
  valence: number;
  /** The valence scaled and turned by what stands around it. */
  value: number;
  negated: boolean;
}

/**
 * The sum of a text's cues, squeezed into −1..1: one plain "good" (2) gives 0.55, "excellent" (3) 0.71. Hutto and Gilbert's
 * VADER squeezes the same way.
 */
export function squeeze(sum: number): number {
  return sum / Math.sqrt(sum * sum + 9);
}
