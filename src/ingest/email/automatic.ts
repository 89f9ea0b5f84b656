/**
 * Whether the mail went to many, or asks machines not to answer it. A customer may well complain by such a mail, but no
 * machine may answer it (RFC 2369, RFC 2919, RFC 3834).
 * @param header reads a header by its lower-case name; null where there is none.
 */
export function isMassMail(header: (name: string) => string | null): boolean {
  if (['list-id', 'list-post', 'list-unsubscribe', 'list-help', 'feedback-id'].some((name) => header(name)))
    return true;
  if (/^\s*(?:bulk|list|junk)\b/i.test(header('precedence') ?? '')) return true;
  return /\b(?:all|oof|autoreply)\b/i.test(header('x-auto-response-suppress') ?? '');
}

/**
 * Whether a machine sent the mail: an answer while away, a bounce, a notice (RFC 3834 and the older customs).
 * @param header reads a header by its lower-case name; null where there is none.
 */
export function isAutomatic(header: (name: string) => string | null, from: string | null): boolean {
  const submitted = header('auto-submitted');
  if (submitted && !/^no\b/i.test(submitted)) return true;
  if (['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-failed-recipients'].some((name) => header(name)))
    return true;
  if (/auto[_-]?reply/i.test(header('precedence') ?? '')) return true;
  if (/^multipart\/report\b/i.test(header('content-type') ?? '')) return true;
  if (header('return-path')?.trim() === '<>') return true;
  return /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/i.test(from ?? '');
}
