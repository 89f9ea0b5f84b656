const headerLine = /^([A-Za-z][A-Za-z0-9-]*)[ \t]*:/;

/** Header fields that mails have and dialogues do not; two of them make a mail. */
const mailHeaders = new Set(
  `received return-path delivered-to envelope-to from to cc bcc subject date message-id in-reply-to references reply-to
  sender mime-version content-type content-transfer-encoding x-mailer user-agent x-priority x-originating-ip
  dkim-signature authentication-results arc-seal list-id list-unsubscribe thread-topic thread-index x-gm-thrid
  x-spam-status x-originalarrivaltime return-receipt-to importance priority auto-submitted x-uidl`.split(/\s+/),
);

/**
 * Whether the text begins with the headers of a mail: at least two that mails have (one with a name like `.eml`) before
 * the first blank line. Lines that are no headers are borne with, as mail readers do, as long as headers are more.
 */
export function looksLikeMail(head: string, name: string): boolean {
  const lines = head.replace(/^\s+/, '').split(/\r?\n/, 200);
  let known = new Set<string>();
  let others = 0;
  for (const line of lines) {
    if (line === '') break;
    const field = headerLine.exec(line)?.[1]?.toLowerCase();
    if (field && mailHeaders.has(field)) known = known.add(field);
    else if (field === undefined && !/^[ \t]/.test(line)) others++;
  }
  return known.size > others && known.size >= (/\.(eml|msg|mail|email|mht)$/i.test(name) ? 1 : 2);
}
