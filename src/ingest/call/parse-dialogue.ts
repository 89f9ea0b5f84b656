import type { Document, RawText } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { tidyText } from '../bytes/tidy-text.ts';
import { callDocument, type Turn } from './call-document.ts';
import { detailLine } from './detail-line.ts';
import { spokenLine } from './spoken-line.ts';

/**
 * Reads a call written as `Speaker: text` lines. Lines `# key: value` tell about the call: `id`, `customer`, `date`,
 * `language`, `subject`; any other key is coded data, such as `# region: north`.
 * @throws Error where no line has a speaker.
 */
export function parseDialogue(raw: RawText): Document {
  const { turns, details } = readDialogue(tidyText(decodeText(raw.bytes)));
  if (turns.length === 0)
    throw new Error('No line has a speaker; expected lines such as "Customer: My bill is wrong."');
  return callDocument(raw, turns, details);
}

/** The turns of a dialogue and what its `#` lines tell. A line without a speaker goes on with the turn before. */
export function readDialogue(text: string): { turns: Turn[]; details: [string, string][] } {
  const turns: Turn[] = [];
  const details: [string, string][] = [];
  for (const line of text.split('\n')) {
    const spoken = spokenLine(line);
    const last = turns.at(-1);
    if (line.startsWith('#')) {
      const detail = detailLine(line.replace(/^#+/, ''));
      if (detail) details.push(detail);
    } else if (spoken) {
      turns.push({ speaker: spoken.speaker, text: spoken.text, at: spoken.at });
    } else if (last && line.trim() !== '') {
      last.text = last.text === '' ? line : `${last.text} ${line.trim()}`;
    }
  }
  return { turns, details };
}
