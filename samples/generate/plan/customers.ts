import { signatures, trades } from '../fragments/manner/closings.ts';
import { chineseNames, familyNames, givenNames, mailHosts } from '../fragments/names.ts';
import { type Region, regions, towns } from '../fragments/places.ts';
import type { Random } from '../random.ts';

export const ageBands = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+'] as const;
export type AgeBand = (typeof ageBands)[number];
export const products = [
  'Mobile',
  'Broadband',
  'Mobile + Broadband',
  'Broadband + TV',
  'Mobile + Broadband + TV',
] as const;
export type Product = (typeof products)[number];
export type Segment = 'consumer' | 'family' | 'student' | 'small business';

/** How somebody writes. */
export interface Voice {
  dateStyle: number;
  /** Share of the longer words that are mistyped. */
  typos: number;
  lowerCase: boolean;
  shouts: boolean;
  textSpeak: boolean;
  curlyQuotes: boolean;
  signature: string | null;
}

export interface Customer {
  given: string;
  family: string;
  /** As signed below a mail. */
  name: string;
  /** Also what the survey and the call centre know the customer by. */
  address: string;
  gender: 'female' | 'male' | 'undisclosed';
  ageBand: AgeBand;
  region: Region;
  town: string;
  segment: Segment;
  product: Product;
  years: number;
  language: 'en' | 'zh';
  voice: Voice;
}

/** What the company knows of a customer, by the same names in every channel. */
export function codedData({ ageBand, gender, region, segment, product }: Customer): Record<string, string> {
  return { age: ageBand, gender, region, segment, product };
}

/** Invents people with coded data that is independent of one another, save that students are young. */
export function inventCustomers(random: Random, count: number): Customer[] {
  const addresses = new Set<string>();
  const people: Customer[] = [];
  // Each customer has a stream of his own, so that a new signature changes nobody's region.
  for (let attempt = 0; people.length < count; attempt++) {
    const customer = invent(random.fork(String(attempt)), people.length);
    if (addresses.has(customer.address)) continue;
    addresses.add(customer.address);
    people.push(customer);
  }
  return people;
}

function invent(random: Random, place: number): Customer {
  const ageBand = random.weighted({ '18-24': 15, '25-34': 18, '35-44': 18, '45-54': 17, '55-64': 15, '65+': 17 });
  const region = random.pick(regions);
  const town = random.pick(towns[region]);
  const segment = segmentAt(random, ageBand);
  const naming = named(random, chineseNames[place]);
  return {
    ...naming,
    ageBand,
    region,
    town,
    segment,
    product: random.weighted({
      Mobile: 28,
      Broadband: 14,
      'Mobile + Broadband': 16,
      'Broadband + TV': 24,
      'Mobile + Broadband + TV': 18,
    }),
    years: random.int(2, ageBand === '18-24' ? 4 : 19),
    voice: { ...voiceOf(random, ageBand), signature: signatureOf(random, place, segment, { name: naming.name, town }) },
  };
}

type Naming = Pick<Customer, 'given' | 'family' | 'name' | 'address' | 'gender' | 'language'>;

function named(random: Random, chinese: (typeof chineseNames)[number] | undefined): Naming {
  const host = random.pick(mailHosts);
  if (chinese) {
    const { name, letters, gender } = chinese;
    return {
      given: name.slice(1),
      family: name.charAt(0),
      name,
      address: `${letters}@${host}`,
      gender,
      language: 'zh',
    };
  }
  const gender = random.pick(['female', 'male'] as const);
  const given = random.pick(givenNames[gender]);
  const family = random.pick(familyNames);
  const local = random.pick([
    `${given}.${family}`,
    `${given.charAt(0)}${family}`,
    `${given}${random.int(48, 99)}`,
    `${family}.${given}`,
  ]);
  return {
    given,
    family,
    name: random.pick([`${given} ${family}`, `${given} ${family}`, given, `${given.charAt(0)}. ${family}`]),
    address: `${local.toLowerCase()}@${host}`,
    gender: random.chance(0.04) ? 'undisclosed' : gender,
    language: 'en',
  };
}

function segmentAt(random: Random, ageBand: AgeBand): Segment {
  if (ageBand === '18-24') return random.chance(0.55) ? 'student' : 'consumer';
  if (ageBand === '65+') return 'consumer';
  return random.weighted({ consumer: 58, family: 28, 'small business': 14, student: 0 });
}

function voiceOf(random: Random, ageBand: AgeBand): Omit<Voice, 'signature'> {
  const young = ageBand === '18-24' || ageBand === '25-34';
  return {
    dateStyle: random.int(0, 4),
    typos: Number(random.weighted({ '0': 64, '0.04': 25, '0.1': 11 })),
    lowerCase: random.chance(young ? 0.25 : 0.06),
    shouts: random.chance(young ? 0.01 : 0.05),
    textSpeak: random.chance(young ? 0.2 : 0.02),
    curlyQuotes: random.chance(0.4),
  };
}

/** Tradespeople sign with their trade, others without. */
function signatureOf(
  random: Random,
  place: number,
  segment: Segment,
  known: { name: string; town: string },
): string | null {
  if (!random.chance(0.4)) return null;
  const fitting = signatures.filter((signature) => signature.includes('{trade}') === (segment === 'small business'));
  const values: Record<string, string> = { ...known, trade: random.pick(trades), number: String(random.int(112, 989)) };
  return fitting[place % fitting.length]!.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');
}
