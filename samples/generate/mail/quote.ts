import type { Letter } from '../compose/mail.ts';
import type { Pen } from '../compose/pen.ts';
import { chineseManner } from '../fragments/chinese/manner.ts';
import { careReplies } from '../fragments/manner/replies.ts';
import { addDays } from '../plan/calendar.ts';
import { inChinesePounds } from '../words/chinese-slots.ts';
import { longDate, quoteDate } from './dates.ts';

export const careAddress = 'care@larkfield.example';

/** What stands below an answer: Larkfield's mail, and the customer's own below that. */
export interface Quote {
  /** The line or block that introduces it. */
  intro: string;
  /** As plain text, each line led by the depth's marks, or bare below a block of headers. */
  text: string;
  /** The quoted words without marks, for HTML. */
  bare: string;
}

/** How mail programs quote. */
type Habit = 'marks' | 'headers' | 'dashes';

/** Quotes Larkfield's answer to `earlier`, and `earlier` itself. */
export function quoteThread(pen: Pen, earlier: { letter: Letter; receivedAt: Date }): Quote {
  const { customer, receivedAt } = pen.contact;
  const chinese = customer.language === 'zh';
  const reply = chinese ? inChinesePounds(pen.fill(chineseManner.careReply)) : pen.write('care reply', careReplies);
  const repliedAt = answeredAt(earlier.receivedAt, receivedAt);
  const habit: Habit = customer.voice.dateStyle < 2 ? 'marks' : customer.voice.dateStyle === 2 ? 'dashes' : 'headers';
  const subject = earlier.letter.subject || '(no subject)';
  const original = earlier.letter.paragraphs.join('\n\n');
  const ownIntro = `On ${quoteDate(earlier.receivedAt)}, ${customer.name} <${customer.address}> wrote:`;
  const below = `${reply}\n\n${ownIntro}\n\n${marked(original)}`;
  const intro = chinese
    ? `在 ${longDate(repliedAt)}，Larkfield 客服 <${careAddress}> 写道：`
    : introFor(habit, repliedAt, customer.address, subject);
  return { intro, text: habit === 'marks' || chinese ? marked(below) : below, bare: below };
}

/** Larkfield answered the day before where there was time, else in the same morning. */
function answeredAt(earlier: Date, later: Date): Date {
  const days = (later.getTime() - earlier.getTime()) / 86_400_000;
  return addDays(later, days > 2 ? -1.06 : -0.06);
}

function introFor(habit: Habit, at: Date, to: string, subject: string): string {
  if (habit === 'marks') return `On ${quoteDate(at)}, Larkfield Care <${careAddress}> wrote:`;
  const rule = habit === 'dashes' ? '-----Original Message-----' : '________________________________';
  return `${rule}\nFrom: Larkfield Care <${careAddress}>\nSent: ${longDate(at)}\nTo: ${to}\nSubject: RE: ${subject}\n`;
}

function marked(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}
