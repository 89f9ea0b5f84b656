import PostalMime, { type Attachment, type Email, type PostalMimeOptions } from 'postal-mime';
import { tidyText } from '../bytes/tidy-text.ts';
import { type Flow, joinFlowed } from './flowed-text.ts';
import { htmlText } from './html-text.ts';

const DEEPEST_MAIL = 3;
const MOST_MAILS = 20;

/** What some mailers put into the plain part instead of the words. */
const stub = /\bhtml\b|view (?:this|it|the) (?:e-?mail|message)|does(?:n't| not) support|not displaying/i;

/**
 * The words of a mail: its plain text, or else its HTML as a reader sees it, with the mails that are attached to it
 * (forwarded ones) below. A report of delivery carries the mail that failed as evidence only.
 */
export async function mailText(mail: Email, flow: Flow, options: PostalMimeOptions, depth = 0): Promise<string> {
  const plain = tidyText(joinFlowed(mail.text ?? '', flow));
  const useHtml = mail.html !== undefined && (plain === '' || (plain.length < 300 && stub.test(plain)));
  const parts = [(useHtml && tidyText(htmlText(mail.html ?? ''))) || plain];
  const isReport = mail.headers.some(({ key, value }) => key === 'content-type' && /^multipart\/report/i.test(value));
  if (!isReport && depth < DEEPEST_MAIL) {
    for (const attachment of mail.attachments.filter(isMail).slice(0, MOST_MAILS)) {
      const inner = await PostalMime.parse(attachment.content, options);
      parts.push(await mailText(inner, flow, options, depth + 1));
    }
  }
  return parts.filter(Boolean).join('\n\n');
}

function isMail({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822' || mimeType === 'message/global';
}
