/** What the corpus can be about. The first group names topics, the last three are what customers want. */
export const topicNames = [
  'overcharge',
  'directDebit',
  'refund',
  'priceRise',
  'goodValue',
  'contractEnd',
  'roaming',
  'noSignal',
  'droppedCalls',
  'simActivation',
  'porting',
  'dataAllowance',
  'handsetLate',
  'slowBroadband',
  'outage',
  'missedEngineer',
  'router',
  'installation',
  'tvFreezing',
  'parental',
  'loop',
  'appLogin',
  'website',
  'waiting',
  'rudeStaff',
  'helpfulStaff',
  'scam',
  'accessibility',
  'leave',
  'competitor',
  'crossSell',
] as const;
export type TopicName = (typeof topicNames)[number];

/**
 * What customers say about one topic, in the notation of `words/template.ts`: `{slot}` and `[this|that]`.
 * Every list may be drawn from by itself: a `detail` follows any `problem` of its topic without contradiction.
 */
export interface TopicFragments {
  /** Subject lines of mails that complain. */
  subjects: string[];
  /** States the trouble by itself, in writing. */
  problem: string[];
  /** Goes on after any problem. */
  detail: string[];
  /** What it led to. */
  consequence: string[];
  /** What the customer wants done. */
  request: string[];
  praise: string[];
  /** What people type into a survey box on a phone. */
  terse: string[];
  /** The trouble as said on the telephone. */
  spoken: string[];
  /** What the agent answers to it on the telephone. */
  agent: string[];
}
