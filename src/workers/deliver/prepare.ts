import { caseFacts } from '../../deliver/case-facts.ts';
import type { CaseFacts } from '../../deliver/fields.ts';
import { noticeMail } from '../../deliver/notice.ts';
import type { Outcome } from '../../deliver/outcome.ts';
import type { Payload } from '../../deliver/parcel.ts';
import { fillBody } from '../../deliver/template/fill-body.ts';
import { addressDelivery } from '../../store/deliveries/address-delivery.ts';
import type { TakenDelivery } from '../../store/deliveries/delivery.ts';
import { keepPayload } from '../../store/deliveries/keep-payload.ts';
import { type ToldCase, toldCase } from '../../store/deliveries/told-case.ts';
import { audience, rankOf } from './audience.ts';
import type { Outbox } from './outbox.ts';
import { prepareAnswer } from './prepare-answer.ts';

/** `addressed` where the delivery was for a team and its people have deliveries of their own now. */
export type Prepared = { payload: Payload } | { outcome: Outcome } | 'addressed';

/** Makes what leaves and keeps it, so that every attempt sends the same. */
export async function prepare(outbox: Outbox, taken: TakenDelivery): Promise<Prepared> {
  if (taken.payload) return { payload: taken.payload };
  const { database, delivery, post } = outbox;
  const told = await toldCase(database, taken);
  if (!told) return { outcome: { state: 'dropped', reason: 'The case is gone.' } };
  const facts = factsOf(outbox, taken, told);
  const destination = delivery.destinations[taken.destination];
  if (destination?.by === 'mail') return prepareMail(outbox, taken, { told, facts });
  if (destination?.by === 'customer') return prepareAnswer(outbox, taken, { told, facts });
  const template = post.templates.get(taken.destination);
  if (destination?.by !== 'http' || !template) {
    return refused('The destination is no longer in pipelines/delivery.ts, or is off.');
  }
  const settings = destination.settings ?? {};
  const lookUp = (field: string) => facts[field as keyof CaseFacts] ?? settings[field.replace(/^setting\./, '')] ?? '';
  const body = JSON.stringify(fillBody(template.body, lookUp));
  return { payload: await keepPayload(database, taken, { body }) };
}

async function prepareMail(
  { database, now }: Outbox,
  taken: TakenDelivery,
  { told, facts }: { told: ToldCase; facts: CaseFacts },
): Promise<Prepared> {
  if (taken.recipient !== null) {
    const mail = noticeMail(facts, taken.recipient, `earshot.case-${told.caseId}@earshot.invalid`);
    return { payload: await keepPayload(database, taken, { mail }) };
  }
  const people = await audience(database, told.team, rankOf(told.detail));
  if (people.length === 0) {
    return refused(
      `The team "${told.team}" has no members, and there is no manager either: add somebody who can be told.`,
    );
  }
  await addressDelivery(database, taken, people, now());
  return 'addressed';
}

function factsOf({ routing, pagesUrl }: Outbox, { key }: TakenDelivery, told: ToldCase): CaseFacts {
  const teamName = Object.hasOwn(routing.teams, told.team) ? (routing.teams[told.team]?.name ?? told.team) : told.team;
  return caseFacts(told, { key, teamName, pagesUrl });
}

function refused(reason: string): Prepared {
  return { outcome: { state: 'refused', reason, permanent: false, ours: true } };
}
