import nodemailer from 'nodemailer';
import type { MailMessage } from '../../deliver/mail-message.ts';
import { readSender, type Sender } from './mail-address.ts';
import { describeMailFailure } from './mail-error.ts';
import { type MailParts, mailParts } from './mail-parts.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` to encrypt from the start. */
  url: string;
  /** Who sends: `Earshot <earshot@example.org>`. */
  from: string;
  /** How long the server may be silent before it is given up. */
  timeoutSeconds?: number;
}

export interface Mailer {
  /** The sender's address. */
  readonly from: string;
  /**
   * Hands one mail to the mail server. @returns its Message-ID, without angle brackets.
   * @throws MailError that says why, and whether another attempt makes sense.
   */
  send(message: MailMessage): Promise<{ messageId: string }>;
}

/**
 * Sends mail by SMTP, on a connection of its own for each. A password is never sent in the clear but on this machine.
 * @throws Error that names the setting that is wrong.
 */
export function openMailer({ url, from, timeoutSeconds = 20 }: MailSettings): Mailer {
  const sender = readSender(from);
  const server = new URL(url);
  const isSecure = server.protocol === 'smtps:';
  const port = Number(server.port) || (isSecure ? 465 : 587);
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(server.hostname);
  const milliseconds = timeoutSeconds * 1000;
  const transport = nodemailer.createTransport({
    host: server.hostname.replaceAll(/^\[|\]$/g, ''),
    ...{ port, secure: isSecure, disableFileAccess: true, disableUrlAccess: true },
    ...(server.username && {
      auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) },
      requireTLS: !isSecure && !isLocal,
    }),
    // A certificate for this machine's own relay is nobody's to issue.
    tls: { rejectUnauthorized: !isLocal },
    ...{ connectionTimeout: milliseconds, greetingTimeout: milliseconds, socketTimeout: milliseconds },
  });
  return {
    from: sender.address,
    async send(message) {
      const parts = mailParts(message, sender);
      try {
        await transport.sendMail(optionsOf(parts, sender));
      } catch (cause) {
        throw describeMailFailure(cause, `${server.hostname}:${port}`);
      }
      return { messageId: parts.messageId };
    },
  };
}

function optionsOf(parts: MailParts, { name, address }: Sender) {
  return {
    from: { name: name ?? '', address },
    to: { name: '', address: parts.to },
    envelope: { from: parts.returnPath, to: [parts.to] },
    ...{ subject: parts.subject, text: parts.text, headers: parts.headers, messageId: `<${parts.messageId}>` },
    ...(parts.html !== null && { html: parts.html }),
  };
}
