import { describe, expect, test } from 'vitest';
import { joinFlowed, unmarkFlowed } from '../../../src/ingest/email/flowed-text.ts';
import { documentOf } from '../support.ts';

const flow = { flowed: true, deleteSpace: false };

describe('flowed text', () => {
  test('joins lines that end in a space', () => {
    expect(joinFlowed('one \ntwo \nthree\nfour', flow)).toBe('one two three\nfour');
  });

  test('keeps quotes of other depths and signatures apart', () => {
    expect(joinFlowed('> Hi \nHello\n>> a \n> b', flow)).toBe('> Hi \nHello\n>> a \n> b');
    expect(joinFlowed('one \n-- \nAnna', flow)).toBe('one \n-- \nAnna');
  });

  test('takes off stuffed spaces, and the last space where DelSp says so', () => {
    expect(joinFlowed(' From here', flow)).toBe('From here');
    expect(joinFlowed('服务 \n很差', { flowed: true, deleteSpace: true })).toBe('服务很差');
  });

  test('is unmarked in headers only', () => {
    const { mail, flow: found } = unmarkFlowed(
      Buffer.from('Content-Type: text/plain;\n format=flowed; delsp=yes\n\nIt says format=flowed here.'),
    );
    expect(mail.toString()).toBe('Content-Type: text/plain;\n format=fixed; delsp=yes\n\nIt says format=flowed here.');
    expect(found).toEqual({ flowed: true, deleteSpace: true });
  });

  test('does not lose an answer below a quote whose last line ends in a space', async () => {
    const mail =
      'From: a@example.com\nSubject: Re: x\nContent-Type: text/plain; format=flowed\n\nOn 1 May 2024, B wrote:\n> Hi \nHello there\n';
    expect((await documentOf('a.eml', mail)).text).toBe('Hello there');
  });
});
