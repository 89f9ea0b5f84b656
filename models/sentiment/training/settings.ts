import type { LeanOptions } from './fit-lean.ts';

/** How the weights are fitted; chosen by what helps one source when the weights come from the others. */
export const leanOptions: LeanOptions = { fewestTexts: 6, fewestKinds: 2, cost: 0.4, passes: 30, seed: 20 };

/** So many texts of a source at most. */
export const mostTexts = 9000;
