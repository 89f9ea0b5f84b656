import type { IntakePipeline } from '../src/pipeline.ts';

/** How a text is read and what counts in it. Scores of sentiment run from −1 (very negative) to 1 (very positive). */
export const intake = {
  // Which trade's vocabulary is listened for: a folder under models/taxonomies/.
  taxonomy: 'telecoms',
  // A single text beyond the limit is kept aside, and so is one that takes longer to read; a job carries fifty texts. A
  // flood slows once two hundred thousand wait, some minutes of work; what may be urgent overtakes them all.
  reading: { largestTextMegabytes: 25, parseSeconds: 10, batchTexts: 50, mostWaitingTexts: 200_000 },
  // Texts received longer ago than so many days are dropped, but for open cases; null keeps them all.
  retentionDays: null,
  // What a mail repeats of earlier mails, and how it is signed, is nobody's opinion.
  cleaning: { dropQuotes: true, dropSignatures: true },
  // Trained models that name topics besides, such as { folder: 'queries', categories: { LATE: 'delivery.late' } }; none yet.
  models: [],
  // A category with examples is named by a sentence that is this like one of them, and by the margin more than 99 % of what
  // is not of the category. A sentence costs some 5 ms, so that only the first ten of a text are looked at.
  examples: { floor: 0.6, backgroundShare: 0.99, margin: 0.05, mostSentences: 10 },
  // An agent's apology is no feeling of the customer's.
  listenTo: ['customer', 'unknown'],
  // The lowest score of each grade above very negative.
  grades: { negative: -0.6, neutral: -0.15, positive: 0.15, veryPositive: 0.6 },
  // A text complains when it says so or says that it leaves, or when it names a topic and feels this bad on the whole.
  complaint: { signals: ['signal.complaint', 'signal.leave'], sentimentAtMost: -0.25 },
} satisfies IntakePipeline;
