import type { Channel, Format } from '../../types.ts';

/** What could not be read, kept aside with its bytes so that it can be looked at, mended and read again. */
export interface SetAside {
  /** As RawText.id; of a text too large to hold, SHA-256 of its beginning. */
  id: string;
  source: string;
  channel: Channel;
  format: Format;
  modifiedAt: Date;
  /** A sentence for a person: what is wrong, and what would be right. */
  reason: string;
  /** The bytes, to be read before the next text is asked for; what is left unread then is passed over. */
  parts: AsyncIterable<Uint8Array>;
}
