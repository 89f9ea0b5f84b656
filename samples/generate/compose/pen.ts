import type { Contact } from '../plan/story.ts';
import type { Random } from '../random.ts';
import type { Deal } from '../words/decks.ts';
import { rivalDealer } from '../words/rival.ts';
import { anAgent, type Slot, slotsFor } from '../words/slots.ts';
import { suitsCustomer } from '../words/suits.ts';
import { fillTemplate } from '../words/template.ts';

/** What it takes to write one text. */
export interface Pen {
  contact: Contact;
  random: Random;
  slot: Slot;
  /** Takes the next fragment of a list and fills its slots. */
  write(name: string, list: readonly string[]): string;
  fill(fragment: string): string;
}

/** A pen for one text; `deal` is shared by all texts, so that they do not repeat each other. */
export function takePen(contact: Contact, deal: Deal, chance: Random): Pen {
  const random = chance.fork(contact.key);
  const { customer, receivedAt } = contact;
  const slot = slotsFor({ customer, receivedAt, random, agent: anAgent(random), rival: rivalDealer(receivedAt, deal) });
  const suits = suitsCustomer(customer);
  const fill = (fragment: string) => polish(fillTemplate(fragment, random, slot));
  return { contact, random, slot, fill, write: (name, list) => fill(deal(name, list, suits)) };
}

/** What filling slots leaves rough: the article before a vowel, a small letter at the head of a sentence. */
function polish(text: string): string {
  return text.replaceAll(' a iPhone', ' an iPhone').replace(/([.!?] )my /g, '$1My ');
}
