import { expect, test } from 'vitest';
import { byteQueue } from '../../../src/ingest/split/byte-queue.ts';
import { chunksOf } from '../support.ts';

test('bytes come out in the order they went in, whatever the chunks', async () => {
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
  const queue = byteQueue(chunksOf(content, 7919));
  const out: Buffer[] = [];
  for (let step = 1; queue.bytes.length > 0 || (await queue.more()); step++) {
    out.push(queue.take(Math.min(queue.bytes.length, (step * 613) % 10_000)));
  }
  expect(Buffer.concat(out).equals(content)).toBe(true);
});

test('what was taken is not overwritten by what comes later', async () => {
  const queue = byteQueue(chunksOf('aaaabbbbcccc', 4));
  await queue.fill(4);
  const first = queue.take(4);
  await queue.fill(8);
  queue.drop(4);
  expect(first.toString()).toBe('aaaa');
  expect(queue.bytes.toString()).toBe('cccc');
});

test('filling stops at the end of the stream', async () => {
  const queue = byteQueue(chunksOf('abc', 2));
  await queue.fill(100);
  expect(queue.bytes.toString()).toBe('abc');
  expect(queue.ended).toBe(true);
});

test('closing closes the stream', async () => {
  let closed = false;
  async function* stream() {
    try {
      yield Buffer.from('abc');
      yield Buffer.from('def');
    } finally {
      closed = true;
    }
  }
  const queue = byteQueue(stream());
  await queue.more();
  await queue.close();
  expect(closed).toBe(true);
});
