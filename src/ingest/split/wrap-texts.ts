import { createHash } from 'node:crypto';
import type { Channel, Format, RawText, SurveyMapping } from '../../types.ts';
import { digestCounter } from './digest-counter.ts';
import type { SetAside } from './set-aside.ts';

/** What all texts of one file share. */
export interface FileKind {
  name: string;
  modifiedAt: Date;
  channel: Channel;
  format: Format;
  mapping: SurveyMapping | null;
}

/** Puts the bytes of one text into a RawText or a SetAside. `place` says where in the file: `#17`, `#row 212`, or nothing. */
export interface TextWrapper {
  read(bytes: Uint8Array, place: string): RawText;
  aside(bytes: Uint8Array, place: string, reason: string): SetAside;
  /** For a text too large to hold: `beginning` makes the id, `parts` brings the bytes. */
  asideStreamed(beginning: Uint8Array, parts: AsyncIterable<Uint8Array>, place: string, reason: string): SetAside;
}

/**
 * The id of a text is the SHA-256 of its format, its bytes and its number among equal texts of the file: so two
 * respondents who wrote the same are two texts, the same file twice adds nothing, and a longer export adds what is new.
 */
export function wrapTexts(file: FileKind): TextWrapper {
  const { name, modifiedAt, channel, format, mapping } = file;
  const metBefore = digestCounter();

  function idOf(bytes: Uint8Array): string {
    const digest = createHash('sha256').update(`${format}\n`).update(bytes).digest();
    const copy = metBefore(digest);
    return copy === 0 ? digest.toString('hex') : createHash('sha256').update(digest).update(`#${copy}`).digest('hex');
  }

  function asideStreamed(
    beginning: Uint8Array,
    parts: AsyncIterable<Uint8Array>,
    place: string,
    reason: string,
  ): SetAside {
    return { id: idOf(beginning), source: name + place, channel, format, modifiedAt, reason, parts };
  }

  return {
    read: (bytes, place) => ({ id: idOf(bytes), source: name + place, channel, format, bytes, modifiedAt, mapping }),
    aside: (bytes, place, reason) => asideStreamed(bytes, once(bytes), place, reason),
    asideStreamed,
  };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
