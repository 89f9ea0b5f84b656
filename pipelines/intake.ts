import type { IntakePipeline } from '../src/pipeline.ts';

/** How a text is read and what counts in it. Scores of sentiment run from −1 (very negative) to 1 (very positive). */
export const intake = {
  taxonomy: 'telecoms',
  reading: { largestTextMegabytes: 25, parseSeconds: 10, batchTexts: 50 },
  cleaning: { dropQuotes: true, dropSignatures: true },
  listenTo: ['customer', 'unknown'],
  grades: { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 },
  complaint: { signals: ['signal.complaint', 'signal.leave'], sentimentAtMost: -0.25 },
} satisfies IntakePipeline;
