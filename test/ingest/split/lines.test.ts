import { describe, expect, test } from 'vitest';
import { documentsOf, readAll } from '../support.ts';

const line = (id: number, answer = 'the parcel came far too late') =>
  `${JSON.stringify({ id, answer, region: 'North' })}\n`;

describe('a JSON Lines file', () => {
  test('is read line by line', async () => {
    const { texts } = await readAll('answers.jsonl', line(1) + line(2));
    expect(texts.map(({ source, format }) => [source, format])).toEqual([
      ['answers.jsonl#line 1', 'jsonl'],
      ['answers.jsonl#line 2', 'jsonl'],
    ]);
    expect(Buffer.from(texts[0]!.bytes).toString()).toBe(line(1).trim());
    expect(texts[0]!.mapping).toEqual({ text: ['answer'], id: 'id' });
  });

  test('sets a broken line aside and reads the rest', async () => {
    const { texts, asides } = await readAll('a.jsonl', `${line(1)}{"id": 2, "ans\n${line(3)}[1,2]\n`);
    expect(texts.map(({ source }) => source)).toEqual(['a.jsonl#line 1', 'a.jsonl#line 3']);
    expect(asides.map(({ reason }) => reason)).toEqual([
      'Line 2 is not a JSON object.',
      'Line 4 is not a JSON object.',
    ]);
    expect(asides[0]!.bytes.toString()).toBe('{"id": 2, "ans');
  });

  test('passes over blank lines and lines without an answer', async () => {
    const { texts, asides } = await readAll('a.jsonl', `${line(1)}\n${line(2, '  ')}{"id": 3}\n${line(4)}`);
    expect(texts.map(({ source }) => source)).toEqual(['a.jsonl#line 1', 'a.jsonl#line 5']);
    expect(asides).toEqual([]);
  });

  test('streams a line that is too large and reads the next', async () => {
    const large = line(2, 'x'.repeat(2_500_000));
    const { texts, asides } = await readAll('a.jsonl', line(1) + large + line(3), { chunk: 10_000 });
    expect(texts.map(({ source }) => source)).toEqual(['a.jsonl#line 1', 'a.jsonl#line 3']);
    expect(asides[0]!.bytes.toString()).toBe(large);
  });

  test('gives numbers, lists and nested fields as coded data', async () => {
    const record = {
      answer: 'far too slow for the price',
      age: 34,
      tags: ['a', 'b'],
      shop: { city: 'Leeds' },
      vip: false,
    };
    const [document] = await documentsOf('a.jsonl', `${JSON.stringify(record)}\n${line(2)}`);
    expect(document!.attributes).toEqual({ age: '34', tags: 'a; b', 'shop.city': 'Leeds', vip: 'false' });
  });

  test('may leave out fields that a mapping names, but not the answers', async () => {
    const mapping = { text: ['answer'], customer: 'who' };
    expect(await documentsOf('a.jsonl', line(1), { mapping })).toHaveLength(1);
    const { asides } = await readAll('a.jsonl', line(1), { mapping: { text: ['words'] } });
    expect(asides[0]!.reason).toContain('"words"');
  });

  test('bears keys and nesting that are meant to break it', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const content = `${line(1)}{"__proto__":"x","constructor":"y","answer":"still read as it should be","deep":${deep}}\n`;
    const documents = await documentsOf('a.jsonl', content);
    expect(documents[1]!.text).toBe('still read as it should be');
    expect(Object.hasOwn(documents[1]!.attributes, '__proto__')).toBe(true);
  });
});
