import type { QualityPipeline } from '../src/pipeline.ts';

/** How Earshot looks at its own work, and what its mistakes cost. */
export const quality = {
  // Every interval holds with 95 %.
  confidence: 0.95,
  // Each week a person is asked about twenty texts, drawn by chance; shares are corrected by those of the last twelve weeks.
  spotChecks: { texts: 20, weeks: 12, seed: 1 },
  routing: {
    // In minutes of work: a complaint at the wrong team, and a person who looks at one and passes it on.
    costs: { misroute: 30, look: 3 },
    // History is replayed in five parts: each after the first is judged by what was learned from those before it.
    backtestParts: 5,
    // Fewer closed cases than this teach too little to route by.
    fewestExamples: 100,
    // The night learns anew from closed cases, and what it learned goes live where the backtest says that it costs less.
    retrainNightly: false,
    // How many weeks the accuracy of teams goes back; inputs drift where their stability index passes this.
    weeks: 12,
    drift: 0.25,
  },
} satisfies QualityPipeline;
