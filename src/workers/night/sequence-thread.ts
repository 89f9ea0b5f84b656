import { sequenceExamples } from '../../mine/sequences/sequence-examples.ts';
import { type CustomerEvent, sequences } from '../../mine/sequences/sequences.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { FoundSequence } from '../../types.ts';

/** What the thread is given. */
export interface SequenceTask {
  events: CustomerEvent[];
  settings: NightlyPipeline['sequences'];
}

/** Finds sequences, and customers who show each. */
export default function findSequences({ events, settings }: SequenceTask): FoundSequence[] {
  const { withinDays, examples: most } = settings;
  const found = sequences(events, settings);
  const examples = sequenceExamples(events, found, { withinDays, most });
  return found.map((sequence, at) => ({ ...sequence, withinDays, examples: examples[at]! }));
}
