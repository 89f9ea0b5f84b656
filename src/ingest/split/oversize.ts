import type { ByteQueue } from './byte-queue.ts';

const PIECE_BYTES = 2 ** 20;

/**
 * Looks for the end of the text that the bytes begin with. Gives `end`, the length of the text, or null with `sure`, how
 * many of the bytes surely belong to it. With `ended` no more bytes will come, and there always is an end.
 */
export type FindEnd = (bytes: Buffer, from: number, ended: boolean) => { end: number } | { end: null; sure: number };

export interface Oversize {
  parts: AsyncIterable<Uint8Array>;
  /** Passes over what was not read of the parts, so that the next text stands at the front of the queue. */
  skipRest(): Promise<void>;
}

/** Brings a text too large to hold piece by piece, up to its end. */
export function streamOversize(queue: ByteQueue, findEnd: FindEnd): Oversize {
  const pieces = piecesOf(queue, findEnd);
  return {
    // Without `return`, a consumer that stops early does not close the pieces: the rest is still to be passed over.
    parts: { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) },
    async skipRest() {
      for await (const _ of pieces);
    },
  };
}

async function* piecesOf(queue: ByteQueue, findEnd: FindEnd): AsyncGenerator<Uint8Array, undefined> {
  for (;;) {
    const found = findEnd(queue.bytes, 0, queue.ended);
    let left = found.end ?? found.sure;
    for (; left > 0; left -= Math.min(left, PIECE_BYTES)) yield queue.take(Math.min(left, PIECE_BYTES));
    if (found.end !== null) return;
    await queue.more();
  }
}

/** A text that is the whole rest of the file. */
export const endOfFile: FindEnd = (bytes, _from, ended) =>
  ended ? { end: bytes.length } : { end: null, sure: bytes.length };

/** A text that is one line; the line break belongs to it. */
export const endOfLine: FindEnd = (bytes, from, ended) => {
  const at = bytes.indexOf(10, from);
  if (at >= 0) return { end: at + 1 };
  return ended ? { end: bytes.length } : { end: null, sure: bytes.length };
};

/** @returns the sentence that says a text is too large, and where the limit stands. */
export function tooLarge(largestBytes: number, what: string): string {
  const megabytes = Math.round(largestBytes / 2 ** 20);
  return `The ${what} is larger than ${megabytes} MB, the limit that \`largestTextMegabytes\` in pipelines/intake.ts sets.`;
}
