import { describe, expect, test } from 'vitest';
import { parseText } from '../../../src/ingest/parse.ts';
import { cleaning, documentOf, modifiedAt, rawText } from '../support.ts';

const head = `From: "Anna Berg" <Anna.Berg@Example.com>
To: Billing <billing@acme.example>
Subject: Wrong bill
Message-ID: <m1@example.com>
Date: Wed, 22 May 2024 12:36:23 +0200
`;

const mail = (body: string, more = '') => `${head}${more}\n${body}`;
const parse = (content: string | Uint8Array) => parseText(rawText('eml', 'email', content), cleaning);
const textOf = async (content: string | Uint8Array) => (await parse(content)).text;

describe('a mail', () => {
  test('gives sender, ids, date, subject and words', async () => {
    expect(await documentOf('a.eml', mail('My bill is wrong again.\n'))).toMatchObject({
      channel: 'email',
      source: 'a.eml',
      externalId: 'm1@example.com',
      threadId: 'm1@example.com',
      customerId: 'anna.berg@example.com',
      receivedAt: new Date('2024-05-22T10:36:23Z'),
      language: 'en',
      subject: 'Wrong bill',
      text: 'My bill is wrong again.',
      utterances: [],
      attributes: { to: 'billing@acme.example' },
    });
  });

  test('belongs to the thread of its first reference, or of the mail that it answers', async () => {
    expect((await parse(mail('x y', 'References: <r1@x> <r2@x>\nIn-Reply-To: <r2@x>\n'))).threadId).toBe('r1@x');
    expect((await parse(mail('x y', 'In-Reply-To: <r2@x>\n'))).threadId).toBe('r2@x');
  });

  test('has the same fingerprint in an mbox and as a file, and another when its words differ', async () => {
    const plain = await documentOf('a.eml', mail('My bill is wrong again.\n').replaceAll('\n', '\r\n'));
    const inMbox = await documentOf(
      'b.mbox',
      `From x@y Thu Aug 22 12:36:23 2024\n${mail('My bill is wrong again.')}\n\n`,
    );
    const other = await documentOf('c.eml', mail('My bill is wrong once more.'));
    expect(inMbox.rawId).not.toBe(plain.rawId);
    expect(inMbox.fingerprint).toBe(plain.fingerprint);
    expect(other.fingerprint).not.toBe(plain.fingerprint);
  });

  test('without a Message-ID is told apart by sender, date, subject and words', async () => {
    const without = mail('My bill is wrong.').replace(/Message-ID.*\n/, '');
    const one = await parse(without);
    expect(one.externalId).toBeNull();
    expect((await parse(without)).fingerprint).toBe(one.fingerprint);
    expect((await parse(without.replace('22 May', '23 May'))).fingerprint).not.toBe(one.fingerprint);
  });

  test.each([
    ['no date', ''],
    ['a date that is none', 'Date: yesterday\n'],
    ['a date before 1990', 'Date: Thu, 1 Jan 1970 00:00:00 +0000\n'],
    ['a date in the future', 'Date: Thu, 1 Jan 2099 00:00:00 +0000\n'],
  ])('with %s was received when its file was changed', async (_, date) => {
    expect((await parse(mail('x y').replace(/Date: .*\n/, date))).receivedAt).toEqual(modifiedAt);
  });

  test.each([
    ['22 May 2024 12:36 GMT', '2024-05-22T12:36:00.000Z'],
    ['Wed, 22 May 2024 12:36:23 +0200 (CEST)', '2024-05-22T10:36:23.000Z'],
    ['Wed, 22 May 24 12:36:23 MEZ', '2024-05-22T12:36:23.000Z'],
    ['2024-05-22 12:36:23', '2024-05-22T12:36:23.000Z'],
  ])('may be dated %s', async (date, expected) => {
    expect((await parse(mail('x y').replace(/Date: .*/, `Date: ${date}`))).receivedAt.toISOString()).toBe(expected);
  });

  test('gives coded data from X-Customer headers, and its importance', async () => {
    const more =
      'X-Customer-Id: C-77\nX-Customer-Region: North\nX-Customer-Age-Group: 30-39\nX-Priority: 1 (Highest)\n';
    const document = await parse(mail('x y', more));
    expect(document.customerId).toBe('C-77');
    expect(document.attributes).toEqual({
      from: 'anna.berg@example.com',
      to: 'billing@acme.example',
      region: 'North',
      'age group': '30-39',
      importance: 'high',
    });
  });

  test.each(['Auto-Submitted: auto-replied\n', 'X-Autoreply: yes\n', 'Return-Path: <>\n', 'Precedence: auto_reply\n'])(
    'sent by a machine is marked: %j',
    async (header) => {
      expect((await parse(mail('I am away.', header))).attributes.automatic).toBe('yes');
      expect((await parse(mail('I am here.', 'Auto-Submitted: no\n'))).attributes.automatic).toBeUndefined();
    },
  );
});

describe('the words of a mail', () => {
  test('are the plain part where there is one', async () => {
    const body = [
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Plain words, quite enough of them.',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Other words</p>',
      '--b--',
    ].join('\n');
    expect(await textOf(mail(body, 'Content-Type: multipart/alternative; boundary=b\n'))).toBe(
      'Plain words, quite enough of them.',
    );
  });

  test('are the HTML where the plain part says nothing', async () => {
    const part = (type: string, words: string) => `--b\nContent-Type: ${type}\n\n${words}\n`;
    const html = '<p>My <b>bill</b> is wrong.</p>';
    for (const stub of ['', ' \n', 'Your mail program does not support HTML.']) {
      const body = `${part('text/plain', stub)}${part('text/html', html)}--b--`;
      expect(await textOf(mail(body, 'Content-Type: multipart/alternative; boundary=b\n'))).toBe('My bill is wrong.');
    }
  });

  test('leave out pictures, addresses of links, scripts, styles and what is hidden', async () => {
    const html = `<html><head><title>t</title><style>p{}</style></head><body>
      <div style="display:none">preview</div><script>alert(1)</script>
      <h1>Hello</h1><p>See <a href="https://evil.example/x">our bill</a><img src=x alt="logo"></p>
      <ul><li>one</li><li>two</li></ul></body></html>`;
    const text = await textOf(mail(html, 'Content-Type: text/html\n'));
    expect(text).toBe('Hello\n\nSee our bill\n\n * one\n * two');
  });

  test('are those of the forwarded mail that is attached', async () => {
    const inner = 'From: c@example.com\nSubject: inner\n\nThe router never worked.';
    const body = `--b\n\nPlease see to this.\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--`;
    expect(await textOf(mail(body, 'Content-Type: multipart/mixed; boundary=b\n'))).toBe(
      'Please see to this.\n\nThe router never worked.',
    );
  });

  test('of a delivery report are not those of the mail that failed', async () => {
    const inner = 'From: c@example.com\nSubject: inner\n\nSecret words.';
    const body = `--b\n\nIt could not be delivered.\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--`;
    const document = await parse(mail(body, 'Content-Type: multipart/report; boundary=b\n'));
    expect(document.text).toBe('It could not be delivered.');
    expect(document.attributes.automatic).toBe('yes');
  });

  test('are the subject’s where there are no others, unless it is a reply', async () => {
    expect(await textOf(mail('\n'))).toBe('Wrong bill');
    await expect(parse(mail('\n').replace('Wrong bill', 'Re: Wrong bill'))).rejects.toThrow('The mail has no text.');
    await expect(parse(mail('> only a quote\n').replace('Wrong bill', 'Re: Wrong bill'))).rejects.toThrow(
      'only quotes earlier mails',
    );
  });

  test('keep quotes and signatures where the pipeline says so', async () => {
    const raw = rawText('eml', 'email', mail('Mine.\n> theirs\n-- \nAnna'));
    expect((await parseText(raw, { dropQuotes: false, dropSignatures: false })).text).toBe('Mine.\n> theirs\n--\nAnna');
    expect((await parseText(raw, { dropQuotes: true, dropSignatures: true })).text).toBe('Mine.');
  });
});

describe('the encoding of a mail', () => {
  const bytes = (charset: string, hex: string, transfer = '8bit') =>
    Buffer.concat([
      Buffer.from(`${head}Content-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${transfer}\n\n`),
      Buffer.from(hex, 'hex'),
    ]);

  test.each([
    ['gb2312', 'b7fecef1badcb2ee', '服务很差'],
    ['GBK', 'b7fecef1badcb2ee', '服务很差'],
    ['gb18030', 'b7fecef1badcb2ee', '服务很差'],
    ['big5', 'aa41b0c8abdcae74', '服務很差'],
    ['shift_jis', '82e882aa82c682a4', 'りがとう'],
    ['koi8-r', 'd3dec5d4', 'счет'],
    ['windows-1252', '6974927320746f6f2064656172', 'it’s too dear'],
    ['iso-8859-1', '746f6f2063686572e9', 'too cheré'],
    ['x-unknown', '746f6f2064656172', 'too dear'],
  ])('may be %s', async (charset, hex, expected) => {
    expect(await textOf(bytes(charset, hex))).toBe(expected);
  });

  test('may be left unsaid', async () => {
    const undeclared = Buffer.concat([Buffer.from(`${head}\n`), Buffer.from('b7fecef1badcb2ee', 'hex')]);
    expect(await textOf(undeclared)).toBe('服务很差');
    const utf16 = Buffer.from(`\ufeff${mail('Zu spät geliefert.')}`, 'utf16le');
    expect(await textOf(utf16)).toBe('Zu spät geliefert.');
    expect(await textOf(`\ufeff${mail('Zu spät geliefert.')}`)).toBe('Zu spät geliefert.');
  });

  test('of raw headers is that of the body', async () => {
    const [before, after] = head.split('Wrong bill') as [string, string];
    const raw = Buffer.concat([
      Buffer.from(before),
      Buffer.from('b7fecef1badcb2ee', 'hex'),
      Buffer.from(`${after}Content-Type: text/plain; charset=gb2312\n\nplain words here`),
    ]);
    expect((await parse(raw)).subject).toBe('服务很差');
  });

  test('of encoded words is read in subject and name', async () => {
    const document = await parse(mail('x y').replace('Wrong bill', '=?gb2312?B?t/7O8brcsu4=?= =?utf-8?Q?caf=C3=A9?='));
    expect(document.subject).toBe('服务很差café');
  });

  test('never lets through what the store refuses', async () => {
    const document = await parse(mail('bad \0 nul\r\nand \x1b[31m colour\n', 'X-Customer-Note: a\0b\n'));
    expect(JSON.stringify(document)).not.toMatch(/\\u0000|\\u001b/);
  });
});

describe('a broken mail is read as far as it goes', () => {
  const multipart = 'Content-Type: multipart/mixed; boundary=b\n';

  test('cut off in a part', async () => {
    expect(await textOf(mail('--b\nContent-Type: text/plain\n\nMy bill is wr', multipart))).toBe('My bill is wr');
  });

  test('without its boundary in the header, or with another', async () => {
    const body =
      '--real\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nMy bill is =\nwrong.\n--real--';
    expect(await textOf(mail(body, multipart))).toBe('My bill is wrong.');
    expect(await textOf(mail(body, 'Content-Type: multipart/mixed\n'))).toBe('My bill is wrong.');
  });

  test('without any boundary', async () => {
    expect(await textOf(mail('My bill is wrong.', multipart))).toBe('My bill is wrong.');
  });

  test('with broken base64, quoted-printable and headers', async () => {
    const base64 = `${head}Content-Transfer-Encoding: base64\nno header at all\n\nTXkgYmlsbCBpcyB3cm9uZy4*!`;
    expect(await textOf(base64)).toContain('My bill is wrong.');
    expect(await textOf(mail('bill =ZZ is =3D wrong=', 'Content-Transfer-Encoding: quoted-printable\n'))).toBe(
      'bill =ZZ is = wrong',
    );
  });

  test('with nothing but attachments says so', async () => {
    const body = '--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--b--';
    const reply = mail(body, multipart).replace('Wrong bill', 'Re: Wrong bill');
    await expect(parse(reply)).rejects.toThrow('The mail has no text, only attachments.');
  });
});

describe('a hostile mail', () => {
  test('with parts nested too deep is refused with a reason', async () => {
    let body = '';
    for (let depth = 0; depth < 200; depth++)
      body += `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`;
    await expect(parse(mail('x').replace(/\n\nx$/, `\n${body}`))).rejects.toThrow(/nesting depth of 100/);
  });

  test('with headers without end is refused with a reason', async () => {
    await expect(parse(mail('x', `X-Long: ${'y'.repeat(2_000_000)}\n`))).rejects.toThrow(/header size/);
  });

  test.each([
    [
      'HTML nested 200,000 deep',
      'Content-Type: text/html\n',
      `${'<div>'.repeat(200_000)}words${'</div>'.repeat(200_000)}`,
    ],
    ['100,000 attributions', '', 'On 1 May 2024 Anna <a@example.com> said and then asked:\n'.repeat(100_000)],
    ['100,000 rules', '', '--------------------\n\n'.repeat(100_000)],
    ['100,000 headers in the body', '', 'From: a\nTo: b\n'.repeat(50_000)],
    ['100,000 quote marks', '', `${'>'.repeat(100_000)}\n`],
    ['a megabyte of spaces', '', `a${' '.repeat(1_000_000)}b`],
    ['a megabyte of angle brackets', 'Content-Type: text/html\n', '<'.repeat(1_000_000)],
  ])(
    'with %s is read or refused, and not pondered for minutes',
    async (_, header, body) => {
      // The time limit is the assertion: what grows with the square of these sizes takes far longer on any machine.
      await parse(mail(`Words first.\n${body}`, header)).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    },
    90_000,
  );
});
