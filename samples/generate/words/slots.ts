import { agents } from '../fragments/names.ts';
import { addDays, months, weekdays } from '../plan/calendar.ts';
import type { Customer } from '../plan/customers.ts';
import type { Random } from '../random.ts';
import { chineseWords } from './chinese-slots.ts';

/** Gives the words for a slot. */
export type Slot = (name: string) => string;

export interface Setting {
  customer: Customer;
  receivedAt: Date;
  random: Random;
  /** Who spoke or wrote for Larkfield. */
  agent: string;
  /** Draws the company that the customer compares Larkfield with. */
  rival: () => string;
}

/** These are drawn anew at each use; everything else stays the same throughout a text. */
const fresh = new Set(['date', 'number', 'future']);

/**
 * The slots of one text. Dates lie near its receipt, amounts fit each other (a new price is above the old one, a rival's
 * below), and a value once used stays.
 * @throws Error on a slot that no text can fill.
 */
export function slotsFor(setting: Setting): Slot {
  const drawn = new Map<string, string>();
  return (name) => {
    const known = drawn.get(name);
    if (known !== undefined) return known;
    const chinese = setting.customer.language === 'zh' ? chineseWords[name] : undefined;
    const writer = chinese ?? words[name];
    if (!writer) throw new Error(`{${name}} is no slot; the slots are ${Object.keys(words).join(', ')}.`);
    const value = writer(setting, slotOf(drawn, setting));
    if (!fresh.has(name)) drawn.set(name, value);
    return value;
  };
}

/** Lets one slot lean on another: `{newPrice}` on `{price}`. */
function slotOf(drawn: Map<string, string>, setting: Setting): Slot {
  return (name) => {
    const value = drawn.get(name) ?? words[name]!(setting, slotOf(drawn, setting));
    drawn.set(name, value);
    return value;
  };
}

export type Words = (setting: Setting, slot: Slot) => string;

const pounds = (pence: number) => (pence % 100 === 0 ? `£${pence / 100}` : `£${(pence / 100).toFixed(2)}`);
const value = (text: string) => Number(text.replace('£', ''));
const numbers = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const spelt =
  (low: number, high: number): Words =>
  ({ random }) =>
    numbers[random.int(low, high)]!;
const oneOf =
  (list: readonly string[]): Words =>
  ({ random }) =>
    random.pick(list);

const people = {
  young: ['my mum', 'my dad', 'my brother', 'my sister', 'my flatmate', 'my boyfriend', 'my girlfriend'],
  between: ['my husband', 'my wife', 'my mum', 'my dad', 'my daughter', 'my son', 'my sister', 'my neighbour'],
  old: ['my husband', 'my wife', 'my son', 'my daughter', 'my granddaughter', 'my neighbour', 'my brother'],
};

const words: Record<string, Words> = {
  amount: ({ random }) =>
    pounds(random.pick([random.int(650, 6800), random.int(8, 70) * 100, random.int(7, 60) * 100 + 99])),
  fee: ({ random }) => pounds(random.pick([300, 350, 450, 500, 750, 1000, 1200, 1500, 2500])),
  sum: ({ random }) => pounds(random.int(9, 42) * 1000),
  price: ({ random }) => pounds(random.pick([random.int(27, 58) * 100, random.int(27, 58) * 100 + 50])),
  newPrice: ({ random }, slot) => pounds(Math.round(value(slot('price')) * 100 + random.int(6, 19) * 50)),
  rivalPrice: ({ random }, slot) => pounds(Math.max(12, Math.floor(value(slot('price'))) - random.int(4, 14)) * 100),
  roamAmount: ({ random }) => pounds(random.pick([random.int(4100, 28900), random.int(41, 240) * 100])),
  date: ({ random, receivedAt, customer }) =>
    writeDate(addDays(receivedAt, -random.int(3, 24)), customer.voice.dateStyle),
  future: ({ random, receivedAt, customer }) =>
    writeDate(addDays(receivedAt, random.int(6, 30)), customer.voice.dateStyle),
  month: ({ random, receivedAt }) => months[addDays(receivedAt, -random.int(25, 70)).getUTCMonth()]!,
  weekday: ({ random, receivedAt }) => weekdays[addDays(receivedAt, -random.int(2, 5)).getUTCDay()]!,
  time: oneOf(['six', 'half past six', 'seven', 'quarter past seven', '8am', 'half eight', '7.30', 'about 8']),
  weeks: spelt(2, 6),
  days: spelt(3, 9),
  times: spelt(3, 6),
  hours: spelt(2, 5),
  years: ({ customer }) => numbers[customer.years] ?? String(customer.years),
  ordinal: oneOf(['second', 'third', 'third', 'fourth']),
  minutes: ({ random }) => String(random.pick([25, 28, 34, 35, 40, 42, 45, 47, 50, 55, 58, 65, 70, 75])),
  queue: ({ random }) => String(random.int(14, 88)),
  number: ({ random }) => String(random.int(112, 989)),
  ref: ({ random }) => `LF-${random.int(30000, 89999)}`,
  gb: oneOf(['8GB', '10GB', '20GB', '25GB', '40GB', '60GB']),
  speed: ({ random }) =>
    String(random.pick([random.int(2, 9), random.int(3, 14), `${random.int(1, 6)}.${random.int(1, 9)}`])),
  paidSpeed: oneOf(['67', '100', '150', '300', '500']),
  phone: oneOf(['iPhone', 'iPhone 15', 'Galaxy', 'Galaxy A54', 'Pixel', 'Pixel 8', 'Fairphone', 'Xperia', 'Moto G']),
  country: oneOf([
    'Spain',
    'Turkey',
    'Switzerland',
    'Portugal',
    'Greece',
    'Morocco',
    'Croatia',
    'Norway',
    'Italy',
    'the States',
    'Albania',
  ]),
  person: ({ random, customer }) =>
    random.pick(people[customer.ageBand === '18-24' ? 'young' : customer.ageBand === '65+' ? 'old' : 'between']),
  programme: oneOf([
    'the rugby',
    'the ten o’clock news',
    'the cookery final',
    'the darts',
    'a film',
    'the snooker',
    'Saturday’s match',
    'the quiz',
  ]),
  rival: ({ rival }) => rival(),
  agent: ({ agent }) => agent,
  town: ({ customer }) => customer.town,
  name: ({ customer }) => customer.name,
};

export const anAgent = (random: Random): string => random.pick(agents);

function writeDate(at: Date, style: number): string {
  const day = at.getUTCDate();
  const month = months[at.getUTCMonth()]!;
  const two = (number: number) => String(number).padStart(2, '0');
  switch (style) {
    case 0:
      return `${day} ${month}`;
    case 1:
      return `${two(day)}/${two(at.getUTCMonth() + 1)}`;
    case 2:
      return `the ${day}${ordinalEnding(day)} of ${month}`;
    case 3:
      return `${month} ${day}`;
    default:
      return `${day}${ordinalEnding(day)} ${month.slice(0, 3)}`;
  }
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
