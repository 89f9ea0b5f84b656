import { writeChineseLetter } from '../compose/chinese.ts';
import { type Letter, writeLetter } from '../compose/mail.ts';
import type { Pen } from '../compose/pen.ts';
import { sealMail } from './envelope.ts';
import { quoteThread } from './quote.ts';

/** Writes mails one after another; an answer quotes the mail that it goes back to, so oldest first. */
export function mailWriter(): (pen: Pen) => Buffer {
  const letters = new Map<string, Letter>();
  return (pen) => {
    const { contact } = pen;
    const letter = contact.customer.language === 'zh' ? writeChineseLetter(pen) : writeLetter(pen);
    const before = contact.earlier.at(-1);
    const quoted = before && letters.get(before.key);
    // The thread keeps its first subject.
    const sent = quoted ? { ...letter, subject: quoted.subject } : letter;
    letters.set(contact.key, sent);
    return sealMail(pen, sent, quoted ? quoteThread(pen, { letter: quoted, receivedAt: before.receivedAt }) : null);
  };
}
