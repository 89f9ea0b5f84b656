import { compiledUrl } from '../../compiled.ts';
import type { FoundSequence } from '../../types.ts';
import { runInThread } from './run-in-thread.ts';
import type { SequenceTask } from './sequence-thread.ts';

/** Finds sequences in a thread of its own. */
export async function nightSequences(task: SequenceTask): Promise<FoundSequence[]> {
  if (task.events.length === 0) return [];
  return runInThread<SequenceTask, FoundSequence[]>(compiledUrl('./sequence-thread.js', import.meta.url), task);
}
