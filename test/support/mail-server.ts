import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A mail as a mail server received it. */
export interface ReceivedMail {
  /** Of the envelope; empty for no return path. */
  returnPath: string;
  recipients: string[];
  raw: string;
  mail: Email;
  header(name: string): string | null;
}

export interface MailServer {
  /** `smtp://127.0.0.1:port`. */
  url: string;
  received: ReceivedMail[];
  /** Answers in place of taking a mail, as a mail server does that is ill; null takes it. May wait as long as it likes. */
  refuse: ((recipient: string) => { code: number; message: string } | null) | null;
  /** Drops the connection after a mail was taken, before it says so. */
  hangUpAfterTaking: boolean;
  close(): Promise<void>;
}

/** A mail server on a socket of this machine that keeps what it is given. */
export async function startMailServer(login?: { user: string; pass: string }): Promise<MailServer> {
  const state: MailServer = { url: '', received: [], refuse: null, hangUpAfterTaking: false, close: async () => {} };
  const server = new SMTPServer({
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    authOptional: !login,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.pass
        ? done(null, { user: username })
        : done(new Error('Invalid username or password')),
    onRcptTo({ address }, _session, done) {
      const refusal = state.refuse?.(address);
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null);
    },
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const mail = await PostalMime.parse(bytes);
      state.received.push({
        returnPath: envelope.mailFrom ? envelope.mailFrom.address : '',
        recipients: envelope.rcptTo.map(({ address }) => address),
        ...{ raw: bytes.toString(), mail },
        header: (name) => mail.headers.find(({ key }) => key === name.toLowerCase())?.value ?? null,
      });
      if (state.hangUpAfterTaking) for (const connection of server.connections) connection.close();
      else done();
    },
  });
  // A client that hangs up in the middle is no trouble of the test's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  state.close = () => new Promise((resolve) => server.close(() => resolve()));
  return state;
}
