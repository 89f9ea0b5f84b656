import type { Suggestion } from '../../types.ts';

/** A complaint whose right team is known, and what was suggested for it. */
export interface JudgedRoute {
  truth: string;
  /** The likeliest first. */
  suggestions: Suggestion[];
}

/** Whether the likeliest suggestion is the right team. */
export function isRight({ truth, suggestions }: JudgedRoute): boolean {
  return suggestions[0]?.team === truth;
}

/** Score of the likeliest suggestion; 0 where there is none. */
export function topScore({ suggestions }: JudgedRoute): number {
  return suggestions[0]?.score ?? 0;
}
