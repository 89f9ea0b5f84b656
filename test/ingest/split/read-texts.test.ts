import { describe, expect, test } from 'vitest';
import { readTexts } from '../../../src/ingest/split/read-texts.ts';
import { chunksOf, modifiedAt, readAll } from '../support.ts';

const options = { largestTextMegabytes: 1 };
const mail = 'From: a@example.com\nTo: b@example.com\nSubject: x\n\nHello there.\n';

describe('readTexts', () => {
  test('takes a mail, a transcript and a letter whole', async () => {
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>Hello.\n';
    const json = '{"Participants":[],"Transcript":[]}';
    for (const [name, content, format, channel] of [
      ['a.eml', mail, 'eml', 'email'],
      ['a.vtt', vtt, 'vtt', 'call'],
      ['a.json', json, 'contact-lens', 'call'],
      ['a.txt', 'Dear all, my bill is wrong.', 'plain', 'email'],
    ] as const) {
      const { texts } = await readAll(name, content);
      expect(texts).toHaveLength(1);
      expect(texts[0]).toMatchObject({ source: name, format, channel, modifiedAt, mapping: null });
      expect(Buffer.from(texts[0]!.bytes).toString()).toBe(content);
    }
  });

  test('lets the channel be named where the content says something else', async () => {
    const { texts } = await readAll('tickets.csv', 'id,body\n1,my bill is wrong once more\n', { channel: 'email' });
    expect(texts[0]).toMatchObject({ channel: 'email', format: 'csv' });
  });

  test('keeps an empty file and a picture aside with a reason', async () => {
    expect((await readAll('a.eml', '')).asides[0]!.reason).toBe('The file is empty.');
    expect((await readAll('a.csv', ' \n \n')).asides[0]!.reason).toBe('The file is empty.');
    const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(300_000, 7)]);
    const { asides } = await readAll('photo.png', picture);
    expect(asides[0]!.reason).toMatch(/^The file looks like a PNG image\. Earshot reads mails/);
    expect(asides[0]!.bytes.equals(picture)).toBe(true);
  });

  test('streams a single text of 8 MB aside in pieces of at most 1 MB', async () => {
    const content = `${mail}${'line of words\n'.repeat(600_000)}`;
    const pieces: number[] = [];
    for await (const item of readTexts({ name: 'a.eml', modifiedAt, stream: chunksOf(content) }, options)) {
      if (!('reason' in item)) throw new Error('read, where it should be set aside');
      for await (const part of item.parts) pieces.push(part.length);
    }
    expect(pieces.reduce((sum, length) => sum + length)).toBe(content.length);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(2 ** 20);
  });

  test('gives a large text the same id at every reading, whatever the chunks', async () => {
    const content = `${mail}${'words\n'.repeat(400_000)}`;
    const [one, two] = [
      await readAll('a.eml', content, { chunk: 1000 }),
      await readAll('a.eml', content, { chunk: 99_999 }),
    ];
    expect(one.asides[0]!.id).toBe(two.asides[0]!.id);
    expect(one.asides[0]!.id).toMatch(/^[0-9a-f]{64}$/);
  });

  test('passes over what nobody reads of a text set aside', async () => {
    const row = (text: string) => `${text},1\n`;
    const content = `comment,n\n${row('it came too late for me')}${row('x'.repeat(2_500_000))}${row('it broke on day one')}`;
    const sources: string[] = [];
    for await (const item of readTexts({ name: 'a.csv', modifiedAt, stream: chunksOf(content) }, options)) {
      sources.push(item.source);
      if ('reason' in item) for await (const _ of item.parts) break;
    }
    expect(sources).toEqual(['a.csv#row 2', 'a.csv#row 3', 'a.csv#row 4']);
  });

  test('closes the stream when its reader stops early, and when it fails', async () => {
    let closed = 0;
    async function* stream() {
      try {
        for (;;) yield Buffer.from('comment,n\nit came too late for me,1\n');
      } finally {
        closed++;
      }
    }
    for await (const _ of readTexts({ name: 'a.csv', modifiedAt, stream: stream() }, options)) break;
    expect(closed).toBe(1);
  });

  test('throws what the stream throws', async () => {
    async function* stream() {
      yield Buffer.from('comment,n\n');
      throw new Error('the disk is gone');
    }
    const reading = async () => {
      for await (const _ of readTexts({ name: 'a.csv', modifiedAt, stream: stream() }, options));
    };
    await expect(reading()).rejects.toThrow('the disk is gone');
  });

  test('holds no more of a file of 60 MB than of a small one', async () => {
    const row = `${'the parcel came late and nobody called me back '.repeat(8)},1\n`;
    async function* stream() {
      yield Buffer.from('comment,n\n');
      const chunk = Buffer.from(Array.from({ length: 500 }, (_, index) => `${index} ${row}`).join(''));
      for (let bytes = 0; bytes < 60_000_000; bytes += chunk.length) yield chunk;
    }
    let texts = 0;
    let most = 0;
    for await (const _ of readTexts({ name: 'a.csv', modifiedAt, stream: stream() }, options)) {
      if (++texts % 10_000 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers);
    }
    expect(texts).toBeGreaterThan(150_000);
    expect(most).toBeLessThan(100_000_000);
  });
});
