import type { MailMessage } from '../../deliver/mail-message.ts';
import { isMailAddress, type Sender } from './mail-address.ts';
import { MailError } from './mail-error.ts';
import { isMessageId, messageIdOf } from './message-id.ts';

/** A mail as it is handed over. */
export interface MailParts {
  messageId: string;
  to: string;
  /** Where bounces go; empty for nowhere. */
  returnPath: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
}

const longestSubject = 200;
/** A conversation of hundreds of mails is told by its first and its latest. */
const mostReferences = 20;

/**
 * Makes the headers: nothing that comes from a text can end one or begin another.
 * @throws MailError where the recipient is no single address, or the key is no key.
 */
export function mailParts(message: MailMessage, { address }: Sender): MailParts {
  const { key, to, kind = 'notice', automatic = true } = message;
  if (!isMailAddress(to)) throw refused('The recipient is not one plain mail address, such as ann@example.org.');
  if (!/^[\w.:/-]{1,200}$/.test(key)) {
    throw refused(`The key "${key.slice(0, 80)}" should be 1 to 200 letters, digits and "-_.:/".`);
  }
  const references = conversation(message);
  const inReplyTo = message.inReplyTo && isMessageId(message.inReplyTo) ? message.inReplyTo : null;
  return {
    messageId: messageIdOf(key, address),
    ...{ to, text: message.text, html: message.html ?? null },
    returnPath: kind === 'answer' && automatic ? '' : address,
    subject: oneLine(message.subject).slice(0, longestSubject) || '(no subject)',
    headers: {
      'X-Earshot-Key': key,
      ...(automatic && {
        'Auto-Submitted': kind === 'answer' ? 'auto-replied' : 'auto-generated',
        // Exchange answers to neither header above, but to this one; reports of failure are still wanted.
        'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
      }),
      ...(message.unsubscribe && {
        'List-Unsubscribe': `<${new URL(message.unsubscribe).href}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
      ...(inReplyTo && { 'In-Reply-To': `<${inReplyTo}>` }),
      ...(references.length > 0 && { References: references.map((id) => `<${id}>`).join(' ') }),
    },
  };
}

/** The conversation with what is answered as its end; ids that are none are left out. */
function conversation({ references = [], inReplyTo }: MailMessage): string[] {
  const ids = [...references, ...(inReplyTo ? [inReplyTo] : [])].filter(isMessageId);
  const once = ids.filter((id, at) => ids.lastIndexOf(id) === at);
  return once.length <= mostReferences ? once : [once[0]!, ...once.slice(1 - mostReferences)];
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function refused(message: string): MailError {
  return new MailError(message, { permanent: true });
}
