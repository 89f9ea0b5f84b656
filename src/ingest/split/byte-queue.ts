/** Bytes read ahead from a stream and taken from the front: the one buffer through which a file of any size passes. */
export interface ByteQueue {
  /** What is read and not yet taken. The view is good until the next call. */
  readonly bytes: Buffer;
  /** The stream has no more. */
  readonly ended: boolean;
  /** Reads on. @returns false at the end of the stream. */
  more(): Promise<boolean>;
  /** Reads on until that many bytes are there, or the stream ends. */
  fill(length: number): Promise<void>;
  /** A copy of the first bytes, which then are gone from the queue. */
  take(length: number): Buffer;
  /** Lets the first bytes go. */
  drop(length: number): void;
  /** Closes the stream, read to its end or not. */
  close(): Promise<void>;
}

export function byteQueue(stream: AsyncIterable<Uint8Array>): ByteQueue {
  const source = stream[Symbol.asyncIterator]();
  let store = Buffer.allocUnsafe(64 * 1024);
  let start = 0;
  let end = 0;
  let ended = false;

  /** Makes room at the end: by moving what is left to the front, or into a store of twice the size. */
  function room(length: number): void {
    if (end + length <= store.length) return;
    const held = end - start;
    const target = held + length > store.length / 2 ? Buffer.allocUnsafe((held + length) * 2) : store;
    store.copy(target, 0, start, end);
    [store, start, end] = [target, 0, held];
  }

  async function more(): Promise<boolean> {
    if (ended) return false;
    const next = await source.next();
    if (next.done) {
      ended = true;
      return false;
    }
    room(next.value.length);
    store.set(next.value, end);
    end += next.value.length;
    return true;
  }

  return {
    get bytes() {
      return store.subarray(start, end);
    },
    get ended() {
      return ended;
    },
    more,
    async fill(length) {
      while (end - start < length && (await more()));
    },
    take(length) {
      const taken = Buffer.from(store.subarray(start, start + length));
      start += length;
      return taken;
    },
    drop(length) {
      start += length;
    },
    async close() {
      await source.return?.();
    },
  };
}
