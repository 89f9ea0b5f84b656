import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { compiledUrl } from '../../compiled.ts';
import type { FoundSequence } from '../../types.ts';
import type { SequenceTask } from './sequence-thread.ts';

/** Finds sequences in a thread of its own: thousands of shuffled histories take long, and pages must stay quick. */
export async function nightSequences(task: SequenceTask): Promise<FoundSequence[]> {
  if (task.events.length === 0) return [];
  const pool = new Piscina<SequenceTask, FoundSequence[]>({
    filename: fileURLToPath(compiledUrl('./sequence-thread.js', import.meta.url)),
    minThreads: 1,
    maxThreads: 1,
  });
  try {
    return await pool.run(task);
  } finally {
    await pool.destroy();
  }
}
