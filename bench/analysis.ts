import compromise from 'compromise';
import { intake } from '../pipelines/intake.ts';
import { createAnalyser } from '../src/classify/analyse.ts';
import { packageRoot } from '../src/config.ts';
import { loadModels } from '../src/models.ts';
import { createRandom, type Random } from '../src/stats/random.ts';
import type { Document } from '../src/types.ts';
import type { BenchResult } from './result.ts';

const words = 60;
/** Both are measured turn by turn, and the fastest turn of each counts: other work on the machine only slows. */
const turns = 6;
const textsATurn = 2_000;
/** compromise is slow enough that fewer tell as much. */
const textsOfAlternative = 200;
/** Texts before the clock starts, until the engine has compiled what runs often. */
const warmUps = 3_000;

/** Analysis of made-up 60-word texts on one thread, against compromise splitting, tagging and matching the same texts. */
export async function run(): Promise<BenchResult[]> {
  const models = await loadModels(packageRoot, 'telecoms');
  const analyse = createAnalyser(models, intake);
  const matchWithCompromise = createAlternative();
  const documents = madeUpTexts(warmUps + turns * textsATurn);
  const mentions = analyse(documents.slice(0, warmUps)).reduce((sum, analysis) => sum + analysis.mentions.length, 0);
  if (mentions < warmUps)
    throw new Error(`Only ${mentions} mentions in ${warmUps} texts: too little to be worth a time.`);
  matchWithCompromise(documents.slice(0, textsOfAlternative));
  let figure = 0;
  let alternative = 0;
  for (let turn = 0; turn < turns; turn++) {
    const from = warmUps + turn * textsATurn;
    figure = Math.max(figure, perSecond(documents.slice(from, from + textsATurn), analyse));
    alternative = Math.max(
      alternative,
      perSecond(documents.slice(from, from + textsOfAlternative), matchWithCompromise),
    );
  }
  return [
    {
      name: `analysis of ${words}-word texts, one thread, ${models.taxonomy.categories.length} categories`,
      figure,
      unit: 'texts/s',
      against: 'compromise splitting, tagging and matching ten patterns',
      ratio: figure / alternative,
    },
  ];
}

function perSecond(documents: Document[], work: (documents: Document[]) => unknown): number {
  const started = performance.now();
  work(documents);
  return (documents.length / (performance.now() - started)) * 1000;
}

const patterns = [
  'charged #Adverb? twice',
  '(bill|invoice)',
  'no (signal|coverage)',
  '(cancel|leave) . (contract|account)?',
  '#Adjective (service|support)',
  'moved to #ProperNoun+',
  '(slow|intermittent) internet',
  '(refund|credit)',
  'roaming (charge|fee)',
  '(router|modem) . broken?',
];

/** The sentences and matches that compromise finds, counted. */
function createAlternative(): (documents: Document[]) => number {
  const matches = patterns.map((pattern) => compromise.parseMatch(pattern));
  const count = ({ text }: Document) => {
    const view = compromise(text);
    return view.sentences().length + matches.reduce((sum, match) => sum + view.match(match).length, 0);
  };
  return (documents) => documents.reduce((sum, document) => sum + count(document), 0);
}

const sentences = [
  'I have been a customer for NUMBER years and the THING keeps getting worse.',
  'My THING came to £NUMBER last month although I was promised £NUMBER.',
  'I was charged twice for the same THING and nobody can tell me why.',
  'The engineer did not turn up on DAY, so I took a day off work for nothing.',
  'We have had no signal in PLACE since DAY.',
  'Your agent NAME was very helpful and sorted it out within minutes.',
  'I rang on DAY and waited NUMBER minutes before the call was cut off.',
  'There was no problem with the THING before you changed it.',
  'The internet drops every evening and the speed is nowhere near NUMBER Mbps.',
  'Please send me a refund or I will move to NAME Broadband.',
  'I would like to add a second line for my son and ask what it costs.',
  'The app would not let me log in, and the password link never arrived.',
  'It is not that I mind the price, but the service has to work.',
  'Order number NUMBER NUMBER has still not been delivered to PLACE.',
  "I can't believe that you raised the price without telling us.",
  'Otherwise the coverage is good and I am happy with the THING.',
  'Could you let me know when my contract ends and how I can cancel it?',
  'My neighbour in PLACE pays half of that with another provider.',
];
const fillings: Record<string, string[]> = {
  THING: ['bill', 'broadband', 'router', 'direct debit', 'roaming pass', 'television package', 'voicemail', 'wi-fi'],
  DAY: ['Monday', 'Tuesday', 'the 3rd', 'Friday morning', '12 March', 'Christmas Eve'],
  PLACE: ['Leeds', 'our village', 'the office', 'Cardiff', 'my flat'],
  NAME: ['Priya', 'Tom', 'Green', 'Maria', 'Northern', 'Adeyemi'],
};

/** Texts of 60 words, sentences drawn at random with numbers, names and things filled in. */
function madeUpTexts(count: number): Document[] {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, i) => asDocument(i, madeUpText(random)));
}

function madeUpText(random: Random): string {
  const parts: string[] = [];
  while (parts.length < words) {
    const sentence = pick(random, sentences).replace(/[A-Z]{3,}/g, (slot) =>
      slot === 'NUMBER' ? String(2 + random.below(9_000)) : pick(random, fillings[slot] ?? [slot]),
    );
    parts.push(...sentence.split(' '));
  }
  return `${parts.slice(0, words).join(' ')}.`;
}

function pick(random: Random, list: readonly string[]): string {
  return list[random.below(list.length)]!;
}

function asDocument(i: number, text: string): Document {
  return {
    rawId: String(i),
    fingerprint: String(i),
    channel: 'survey',
    source: `made up #${i}`,
    externalId: null,
    threadId: null,
    customerId: null,
    receivedAt: new Date(0),
    language: 'en',
    subject: null,
    text,
    utterances: [],
    attributes: {},
  };
}
