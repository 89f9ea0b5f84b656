import { writeSync } from 'node:fs';

/** Thrown when whoever reads the output has gone, as `head` goes after ten lines. */
export class OutputClosed extends Error {}

/**
 * Writes to standard output and returns when it is written, so that output of any length takes no memory.
 * @throws OutputClosed when nobody reads any more.
 */
export function writeOut(text: string): void {
  let bytes: Uint8Array = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EPIPE') throw new OutputClosed('Nobody reads the output any more.', { cause: error });
      if (code !== 'EAGAIN') throw error;
      // The reader is slower than the writer: wait a moment without spinning.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
