import { answerFields } from '../../deliver/answers-pipeline.ts';
import { customerAddress } from '../../deliver/case-facts.ts';
import { chooseAnswer } from '../../deliver/choose-answer.ts';
import type { CaseFacts } from '../../deliver/fields.ts';
import type { MailMessage } from '../../deliver/mail-message.ts';
import type { Outcome } from '../../deliver/outcome.ts';
import type { Payload } from '../../deliver/parcel.ts';
import { fillText } from '../../deliver/template/placeholders.ts';
import { whyNoAnswer } from '../../deliver/why-no-answer.ts';
import type { TakenDelivery } from '../../store/deliveries/delivery.ts';
import { keepAnswer } from '../../store/deliveries/keep-answer.ts';
import { keepPayload } from '../../store/deliveries/keep-payload.ts';
import type { ToldCase } from '../../store/deliveries/told-case.ts';
import type { Outbox } from './outbox.ts';

/** A mail to the customer: what a person answered, or the acknowledgement of a complaint that has come in. */
export async function prepareAnswer(
  outbox: Outbox,
  taken: TakenDelivery,
  { told, facts }: { told: ToldCase; facts: CaseFacts },
): Promise<{ payload: Payload } | { outcome: Outcome }> {
  const { acknowledge } = outbox.answers;
  if (taken.happening === 'answered') return preparePersons(outbox, taken, told);
  if (taken.happening !== 'opened' || !acknowledge.on) return dropped('Customers are not written to about this.');
  const why = whyNoAnswer(told, { own: outbox.post.mailFrom, freshHours: acknowledge.freshHours, now: outbox.now() });
  if (why !== null) return dropped(why);
  const template = chooseAnswer(acknowledge.templates, told.topic, told.language);
  if (template === null) return dropped(`There are no words in the language "${told.language}".`);
  const text = fillText(template, (field) =>
    answerFields.some((known) => known === field) ? facts[field as keyof CaseFacts] : '',
  );
  const recipient = customerAddress(told)!;
  const mail = reply(told, { to: recipient, text, automatic: true });
  const { mostADay } = acknowledge;
  const payload = await keepAnswer(outbox.database, taken, { recipient, payload: { mail }, mostADay }, outbox.now());
  return payload ? { payload } : dropped('The address has had as many such mails today as it may.');
}

async function preparePersons({ database }: Outbox, taken: TakenDelivery, told: ToldCase) {
  const { answer } = told.detail;
  const to = customerAddress(told);
  if (typeof answer !== 'string' || answer === '') return dropped('Nothing was written to the customer.');
  if (to === null) return dropped('No mail address of the customer is known.');
  return { payload: await keepPayload(database, taken, { mail: reply(told, { to, text: answer, automatic: false }) }) };
}

/** Stays in the customer's conversation. */
function reply(
  { subject, caseId, externalId, threadId }: ToldCase,
  { to, text, automatic }: { to: string; text: string; automatic: boolean },
): Omit<MailMessage, 'key'> {
  const about = (subject ?? '').replace(/^\s*(?:re\s*:\s*)+/i, '').trim();
  return {
    ...{ to, text, automatic, kind: 'answer', inReplyTo: externalId },
    subject: about ? `Re: ${about}` : `Case ${caseId}`,
    references: [threadId, externalId].filter((id) => id !== null),
  };
}

function dropped(reason: string): { outcome: Outcome } {
  return { outcome: { state: 'dropped', reason } };
}
