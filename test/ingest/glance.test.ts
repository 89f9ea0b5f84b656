import { describe, expect, it } from 'vitest';
import { glanceText } from '../../src/ingest/glance.ts';
import type { Format } from '../../src/types.ts';

const glance = (format: Format, text: string | Uint8Array): string =>
  glanceText({ format, bytes: typeof text === 'string' ? Buffer.from(text) : text });
const mail = (headers: string, body: string) => `Subject: Hello\r\n${headers}\r\n\r\n${body}`;
const fold = (text: string) => text.replace(/.{60}/g, '$&\r\n');

describe('glanceText', () => {
  it('leaves out what a survey asks, and keeps what is answered', () => {
    expect(glance('csv', 'id,"Is it\nunsafe?"\n7,"the box ""sparked"""\n')).toBe('7,"the box ""sparked"""\n');
    expect(glance('tsv', 'unsafe\tid\nfire\t7')).toBe('fire\t7');
    expect(glance('jsonl', '{"unsafe": "no", "said \\"x\\"": "a fire", "n": 3}')).toBe('{  "no",   "a fire",   3}');
  });

  it('undoes what mails are wrapped in', () => {
    const words = 'The charger caught fire — please help, it is dangerous for everybody in the house.';
    const utf8 = Buffer.from(words);
    const quoted = [...utf8].map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16)}`)).join('');
    const base64 = fold(utf8.toString('base64'));
    const type = 'Content-Type: text/plain; charset=utf-8\r\n';
    const encoding = (name: string) => `${type}Content-Transfer-Encoding: ${name}`;
    expect(glance('eml', mail(encoding('quoted-printable'), quoted.replace('caught', 'ca=\r\nught')))).toContain(words);
    expect(glance('eml', mail(encoding('base64'), base64))).toContain(words);
    const html = `<p>The charger <b class="x">caught</b> fire</p>`;
    expect(glance('eml', mail('Content-Type: text/html', html)).replace(/\s+/g, ' ')).toContain('charger caught fire');
  });

  it('reads a mail in the charset that it names, and one that names none it knows by its signs', () => {
    const gb18030 = Buffer.from([0xd7, 0xc5, 0xbb, 0xf0]); // 着火
    const headers = (charset: string) => Buffer.from(mail(`Content-Type: text/plain; charset=${charset}`, ''));
    expect(glance('eml', Buffer.concat([headers('gb18030'), gb18030]))).toContain('着火');
    expect(glance('eml', Buffer.concat([headers('x-unheard-of'), Buffer.from('着火')]))).toContain('着火');
  });

  it('looks no further than the first 64 KB, and fails at no bytes', () => {
    expect(glance('plain', 'x'.repeat(100_000))).toHaveLength(64 * 1024);
    const began = performance.now();
    for (const format of ['eml', 'csv', 'jsonl', 'plain', 'vtt'] as const) {
      for (const hostile of [
        '<'.repeat(70_000),
        '"'.repeat(70_000),
        '=3'.repeat(40_000),
        '\\"'.repeat(40_000),
        '\0\xff',
      ]) {
        expect(typeof glance(format, hostile)).toBe('string');
      }
      const encoding = 'Content-Transfer-Encoding: base64\r\n'.repeat(2_000);
      expect(typeof glance(format, encoding)).toBe('string');
    }
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
