import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MailError } from '../../../src/connect/mail/mail-error.ts';
import { messageIdOf } from '../../../src/connect/mail/message-id.ts';
import { openMailer } from '../../../src/connect/mail/open-mailer.ts';
import type { MailMessage } from '../../../src/deliver/mail-message.ts';
import { parseEmail } from '../../../src/ingest/email/parse-email.ts';
import { rawText } from '../../ingest/support.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';

const from = 'Earshot <earshot@shop.example>';
const letter: MailMessage = {
  key: 'case-17/opened/3',
  to: 'ann@shop.example',
  subject: 'Case 17: charged twice',
  text: 'A customer was charged twice.\n\n你好。\n',
};

describe('the mail sender', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await startMailServer();
  });
  beforeEach(() => {
    server.received.length = 0;
    server.refuse = null;
  });
  afterAll(() => server.close());

  const send = (message: Partial<MailMessage> = {}) =>
    openMailer({ url: server.url, from }).send({ ...letter, ...message });
  const latest = () => server.received.at(-1)!;

  it('brings words and HTML to the one who is meant', async () => {
    await send({ html: '<p>A customer was charged twice.</p>' });
    expect(latest().recipients).toEqual(['ann@shop.example']);
    expect(latest().returnPath).toBe('earshot@shop.example');
    expect(latest().mail.from).toEqual({ name: 'Earshot', address: 'earshot@shop.example' });
    expect(latest().mail.subject).toBe('Case 17: charged twice');
    expect(latest().mail.text).toContain('你好。');
    expect(latest().mail.html).toContain('<p>A customer was charged twice.</p>');
  });

  it('gives a mail that is sent twice the same Message-ID, and another mail another', async () => {
    const first = await send();
    const again = await send();
    const other = await send({ key: 'case-17/opened/4' });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(server.received.map(({ mail }) => mail.messageId)).toEqual(
      [first, again, other].map((id) => `<${id.messageId}>`),
    );
    expect(first.messageId).toBe(messageIdOf(letter.key, 'earshot@shop.example'));
  });

  it('stays in the conversation that it answers', async () => {
    await send({ inReplyTo: 'b@mail.example', references: ['a@mail.example', 'b@mail.example'] });
    expect(latest().header('in-reply-to')).toBe('<b@mail.example>');
    expect(latest().header('references')).toBe('<a@mail.example> <b@mail.example>');
  });

  it('says that a machine wrote it, in ways that no machine answers, so that it is no complaint when it comes back', async () => {
    await send();
    expect(latest().header('auto-submitted')).toBe('auto-generated');
    expect(latest().header('x-auto-response-suppress')).toMatch(/OOF.*AutoReply/);
    const read = await parseEmail(rawText('eml', 'email', latest().raw), { dropQuotes: true, dropSignatures: true });
    expect(read.attributes.automatic).toBe('yes');
  });

  it('sends an answer by machine without a return path', async () => {
    await send({ kind: 'answer' });
    expect(latest().header('auto-submitted')).toBe('auto-replied');
    expect(latest().returnPath).toBe('');
  });

  it('does not call automatic what a person wrote', async () => {
    await send({ kind: 'answer', automatic: false });
    expect(latest().header('auto-submitted')).toBeNull();
    expect(latest().returnPath).toBe('earshot@shop.example');
  });

  it('lets nothing in a text become a header or a recipient', async () => {
    const evil = 'x\r\nBcc: eve@evil.example\r\n\r\nother body';
    await send({ subject: evil, inReplyTo: `a@b>\r\nBcc: eve@evil.example`, references: [evil, 'ok@id.example'] });
    expect(latest().recipients).toEqual(['ann@shop.example']);
    expect(latest().header('bcc')).toBeNull();
    expect(latest().header('in-reply-to')).toBeNull();
    expect(latest().header('references')).toBe('<ok@id.example>');
    expect(latest().mail.subject).toBe('x Bcc: eve@evil.example other body');
    for (const to of [
      'ann@shop.example, eve@evil.example',
      'ann@shop.example\r\nBcc: eve@evil.example',
      '"eve@evil.example" <ann@shop.example>',
      'ann',
      '',
    ]) {
      await expect(send({ to })).rejects.toMatchObject({ permanent: true });
    }
    await expect(send({ key: 'a\r\nb' })).rejects.toThrow(/key/);
    expect(server.received).toHaveLength(1);
  });

  it('tells a refusal for good from one for now, without the address', async () => {
    server.refuse = () => ({ code: 550, message: 'No such user ann@shop.example' });
    const gone = (await send().catch((error: unknown) => error)) as MailError;
    expect(gone).toMatchObject({ permanent: true });
    expect(gone.message).toMatch(/127\.0\.0\.1:\d+ refuses the mail: .*No such user …/);
    server.refuse = () => ({ code: 451, message: 'Try again later' });
    await expect(send()).rejects.toMatchObject({ permanent: false });
  });
});

describe('a mail server that is not as it should be', () => {
  it('is named when it is not there', async () => {
    const mailer = openMailer({ url: 'smtp://127.0.0.1:1', from });
    await expect(mailer.send(letter)).rejects.toThrow(
      'The mail server 127.0.0.1:1 did not take the mail: Is EARSHOT_SMTP_URL',
    );
  });

  it('is given up when it is silent', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const mailer = openMailer({ url: `smtp://127.0.0.1:${port}`, from, timeoutSeconds: 0.2 });
    await expect(mailer.send(letter)).rejects.toMatchObject({ permanent: false });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('is signed in to, and a wrong password is a slip of ours that waits to be mended', async () => {
    const server = await startMailServer({ user: 'me@shop.example', pass: 's:e/c' });
    const url = (password: string) =>
      server.url.replace('smtp://', `smtp://me%40shop.example:${encodeURIComponent(password)}@`);
    await openMailer({ url: url('s:e/c'), from }).send(letter);
    expect(server.received).toHaveLength(1);
    const wrong = openMailer({ url: url('other'), from }).send(letter);
    await expect(wrong).rejects.toMatchObject({ permanent: false });
    await expect(wrong).rejects.toThrow(/user and password in EARSHOT_SMTP_URL/);
    await server.close();
  });
});

it('a sender that is no address is refused at once', () => {
  expect(() => openMailer({ url: 'smtp://127.0.0.1', from: 'Earshot' })).toThrow(/EARSHOT_MAIL_FROM is "Earshot"/);
});
