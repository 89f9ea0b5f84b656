import { createHash } from 'node:crypto';

/**
 * The Message-ID of the mail with this key, without angle brackets: the same each time that the mail is sent, so that
 * who receives it twice keeps one. @param from the sender's address, whose domain it gets.
 */
export function messageIdOf(key: string, from: string): string {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  return `earshot.${digest}@${from.slice(from.lastIndexOf('@') + 1)}`;
}

/** Whether a Message-ID, without its brackets, may stand in a header: nothing in it could end it or begin another. */
export function isMessageId(id: string): boolean {
  return id.length <= 500 && /^[^\s<>"(),:;\\[\]\p{Cc}]+$/u.test(id);
}
