import type { Encoding } from '../bytes/encoding.ts';
import { type ByteQueue, byteQueue } from './byte-queue.ts';

/** The same bytes in UTF-8 without a byte order mark, so that rows and mails can be found in them by their bytes. */
export function inUtf8(queue: ByteQueue, encoding: Encoding): ByteQueue {
  if (encoding !== 'utf-8') return byteQueue(convert(queue, new TextDecoder(encoding)));
  if (queue.bytes[0] === 0xef && queue.bytes[1] === 0xbb && queue.bytes[2] === 0xbf) queue.drop(3);
  return queue;
}

async function* convert(queue: ByteQueue, decoder: TextDecoder): AsyncGenerator<Uint8Array> {
  while (queue.bytes.length > 0 || (await queue.more())) {
    const bytes = queue.take(queue.bytes.length);
    yield Buffer.from(decoder.decode(bytes, { stream: true }));
  }
  yield Buffer.from(decoder.decode());
}
