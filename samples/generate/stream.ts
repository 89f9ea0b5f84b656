import type { Channel } from '../../src/types.ts';
import { fragments } from './fragments/all.ts';
import { remarks } from './fragments/manner/remarks.ts';
import { rivals } from './fragments/places.ts';
import { topicNames } from './fragments/topic.ts';
import { firstDay, windowDays } from './plan/calendar.ts';
import { codedData, inventCustomers } from './plan/customers.ts';
import { type Random, randomFrom } from './random.ts';
import { anAgent, slotsFor } from './words/slots.ts';
import { fillTemplate } from './words/template.ts';

/** One invented text of about 60 words. */
export interface GeneratedText {
  text: string;
  channel: Channel;
  receivedAt: Date;
  customerId: string;
  attributes: Record<string, string>;
}

/** Sentences are added until a text has this many characters: about 60 words with the last one. */
const enoughCharacters = 250;

/**
 * Invents any number of plain texts, one at a time, in memory that does not grow: for measuring speed, not for findings.
 * The same seed gives the same texts, and a larger count only goes on. No two are alike in practice: they differ in
 * topics, sentences, amounts and dates.
 */
export function* generateTexts(seed: number, count: number): Generator<GeneratedText> {
  const random = randomFrom(`stream ${seed}`);
  const customers = inventCustomers(random.fork('customers'), 2000).filter(({ language }) => language === 'en');
  const start = Date.parse(firstDay);
  for (let number = 0; number < count; number++) {
    const customer = random.pick(customers);
    const receivedAt = new Date(start + random.int(0, windowDays * 86_400 - 1) * 1000);
    const slot = slotsFor({ customer, receivedAt, random, agent: anAgent(random), rival: () => random.pick(rivals) });
    yield {
      text: invent(random, slot),
      channel: random.chance(0.5) ? 'survey' : 'email',
      receivedAt,
      customerId: customer.address,
      attributes: codedData(customer),
    };
  }
}

function invent(random: Random, slot: (name: string) => string): string {
  let text = '';
  while (text.length < enoughCharacters) {
    const { problem, praise, detail, consequence, request } = fragments[random.pick(topicNames)];
    const good = problem.length === 0 || random.chance(0.3);
    const add = (list: readonly string[]) => {
      if (list.length > 0) text += `${text === '' ? '' : ' '}${fillTemplate(random.pick(list), random, slot)}`;
    };
    add(good ? praise : problem);
    if (!good) add(random.pick([detail, consequence, request]));
    else add(remarks.pleased);
  }
  return text;
}
