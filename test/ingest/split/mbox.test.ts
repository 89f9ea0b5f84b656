import { describe, expect, test } from 'vitest';
import { readAll } from '../support.ts';

const mail = (number: number, body = 'My bill is wrong.') =>
  `From bob@example.com Thu Aug 22 12:36:23 2024\nFrom: bob@example.com\nSubject: ${number}\n\n${body}\n\n`;

describe('an mbox', () => {
  test('is split at its From lines, each mail with its number', async () => {
    const { texts, asides } = await readAll('march.mbox', mail(1) + mail(2) + mail(3));
    expect(asides).toEqual([]);
    expect(texts.map(({ source, format, channel }) => [source, format, channel])).toEqual([
      ['march.mbox#1', 'eml', 'email'],
      ['march.mbox#2', 'eml', 'email'],
      ['march.mbox#3', 'eml', 'email'],
    ]);
    expect(Buffer.from(texts[1]!.bytes).toString()).toBe('From: bob@example.com\nSubject: 2\n\nMy bill is wrong.');
  });

  test.each([1, 2, 3, 5, 8, 13, 64])('is split alike when it comes in chunks of %i bytes', async (chunk) => {
    const content = mail(1, 'a\n>From here\nFrom there on') + mail(2) + mail(3);
    const whole = await readAll('a.mbox', content);
    const { texts } = await readAll('a.mbox', content, { chunk });
    expect(texts.map(({ id }) => id)).toEqual(whole.texts.map(({ id }) => id));
    expect(texts).toHaveLength(3);
  });

  test('gives back the From of escaped lines, one mark each', async () => {
    const { texts } = await readAll('a.mbox', mail(1, '>From the start\n>>From a quote\n> From as it is'));
    expect(Buffer.from(texts[0]!.bytes).toString()).toContain('\n\nFrom the start\n>From a quote\n> From as it is');
  });

  test('is not split at a sentence that begins with From', async () => {
    const { texts } = await readAll(
      'a.mbox',
      mail(1, 'Dear all,\n\nFrom Monday on I will leave.\n\nFrom me, at 10:30.'),
    );
    expect(texts).toHaveLength(1);
  });

  test('may have carriage returns, zones, and the From lines of Mozilla', async () => {
    const crlf = mail(1).replaceAll('\n', '\r\n');
    const zone = mail(2).replace('12:36:23 2024', '12:36:23 +0200 2024');
    const mozilla = mail(3).replace(/^From .*/, 'From - Thu Aug 22 12:36:23 2024');
    const { texts } = await readAll('a.mbox', crlf + zone + mozilla);
    expect(texts).toHaveLength(3);
    expect(Buffer.from(texts[0]!.bytes).toString()).toBe(
      'From: bob@example.com\r\nSubject: 1\r\n\r\nMy bill is wrong.',
    );
  });

  test('gives equal mails different ids, and the same ids when read again', async () => {
    const first = await readAll('a.mbox', mail(1) + mail(1));
    const again = await readAll('copy.mbox', mail(1) + mail(1) + mail(2));
    expect(new Set(first.texts.map(({ id }) => id)).size).toBe(2);
    expect(again.texts.slice(0, 2).map(({ id }) => id)).toEqual(first.texts.map(({ id }) => id));
  });

  test('sets aside a mail that is too large, with all its bytes, and reads the next', async () => {
    const large = mail(2, 'x'.repeat(3_000_000));
    const { texts, asides } = await readAll('a.mbox', mail(1) + large + mail(3));
    expect(texts.map(({ source }) => source)).toEqual(['a.mbox#1', 'a.mbox#3']);
    expect(asides).toHaveLength(1);
    expect(asides[0]!.source).toBe('a.mbox#2');
    expect(asides[0]!.reason).toContain('larger than 1 MB');
    expect(asides[0]!.bytes.equals(Buffer.from(large))).toBe(true);
  });

  test('sets aside an envelope without a mail', async () => {
    const { texts, asides } = await readAll('a.mbox', `From bob@example.com Thu Aug 22 12:36:23 2024\n\n${mail(2)}`);
    expect(texts.map(({ source }) => source)).toEqual(['a.mbox#2']);
    expect(asides[0]!.reason).toContain('empty');
  });

  test('ends in the middle of a mail when it was cut off, and the mail is read as far as it goes', async () => {
    const { texts } = await readAll('a.mbox', (mail(1) + mail(2)).slice(0, -12));
    expect(Buffer.from(texts[1]!.bytes).toString()).toMatch(/My bill$/);
  });
});
