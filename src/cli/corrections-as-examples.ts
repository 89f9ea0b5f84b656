import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';
import { openEngine } from './engine.ts';
import type { ReadExamples } from './examples.ts';

/** What people said of the texts of the store, as labelled texts; the digest is of what they amount to. */
export async function correctionsAsExamples(config: Config): Promise<ReadExamples> {
  const engine = await openEngine(config, { work: false });
  try {
    const examples = await engine.correctedExamples();
    if (examples.length === 0) {
      throw new Error('Nobody has corrected a text of the store yet: its page has ✓ and ✗ beside each topic.');
    }
    const sha256 = createHash('sha256').update(JSON.stringify(examples)).digest('hex');
    return { examples, sha256, withoutText: 0, withoutLabel: 0, damaged: 0 };
  } finally {
    await engine.close();
  }
}
