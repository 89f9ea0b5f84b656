import type { Channel } from '../../../src/types.ts';
import { channels } from '../../../src/types.ts';
import type { TopicName } from '../fragments/topic.ts';
import { dayNumber, windowDays } from './calendar.ts';
import type { Customer } from './customers.ts';
import { once, type Point, praise, type Story, times, trouble } from './story.ts';

/** Texts by channel. */
export type Counts = Record<Channel, number>;

/** Troubles that come together in one text. samples/README.md says why, and what chance alone would give. */
export const pairs: { topics: TopicName[]; counts: Counts }[] = [
  { topics: ['missedEngineer', 'installation'], counts: { email: 9, call: 4, survey: 10 } },
  { topics: ['priceRise', 'leave', 'competitor'], counts: { email: 10, call: 4, survey: 12 } },
  { topics: ['priceRise', 'leave'], counts: { email: 4, call: 2, survey: 6 } },
  { topics: ['waiting', 'overcharge'], counts: { email: 9, call: 6, survey: 9 } },
];

/** The one planted pair that customers are pleased about: the router broke, and the people were helpful. */
export const rescued: { topics: TopicName[]; counts: Counts } = {
  topics: ['router', 'helpfulStaff'],
  counts: { email: 4, call: 0, survey: 9 },
};

/** Topics that strike one group of customers far more than the others. */
export const groups: {
  topic: TopicName;
  name: string;
  among: (customer: Customer) => boolean;
  inside: Counts;
  outside: Counts;
}[] = [
  {
    topic: 'roaming',
    name: 'age band 18-24',
    among: (customer) => customer.ageBand === '18-24',
    inside: { email: 4, call: 2, survey: 15 },
    outside: { email: 2, call: 2, survey: 5 },
  },
  {
    topic: 'tvFreezing',
    name: 'region Wales',
    among: (customer) => customer.region === 'Wales',
    inside: { email: 4, call: 3, survey: 13 },
    outside: { email: 2, call: 1, survey: 5 },
  },
  {
    topic: 'scam',
    name: 'age band 65+',
    among: (customer) => customer.ageBand === '65+',
    inside: { email: 3, call: 2, survey: 10 },
    outside: { email: 2, call: 1, survey: 4 },
  },
];

/** The emerging topic, week by week: nothing before, then more each week. */
export const emerging: { topic: TopicName; weeks: { from: string; counts: Counts }[] } = {
  topic: 'loop',
  weeks: [
    { from: '2026-10-26', counts: { email: 1, call: 0, survey: 2 } },
    { from: '2026-11-02', counts: { email: 3, call: 1, survey: 4 } },
    { from: '2026-11-09', counts: { email: 6, call: 3, survey: 7 } },
  ],
};

/** One bad Wednesday in one region, and its echo on the day after. */
export const outageDay: { day: string; region: string; counts: Counts; nextDay: Counts } = {
  day: '2026-10-07',
  region: 'North West',
  counts: { email: 10, call: 4, survey: 4 },
  nextDay: { email: 2, call: 1, survey: 1 },
};

/** The sequence: handset late, then the refund, then the rival. */
export const chains = 8;

/** Answers that name nothing. */
export const saysLittleCount = 20;

export function plantedStories(): Story[] {
  return [
    ...pairs.flatMap(({ topics, counts }) => each(counts, trouble(...topics))),
    ...each(rescued.counts, praise(...rescued.topics)),
    ...groups.flatMap(({ topic, among, inside, outside }) => [
      ...each(inside, trouble(topic), { who: among }),
      ...each(outside, trouble(topic), { who: (customer) => !among(customer) }),
    ]),
    ...emerging.weeks.flatMap(({ from, counts }) => {
      const start = dayNumber(from);
      return each(counts, trouble(emerging.topic), { between: [start, start + 6] });
    }),
    ...outageStories(),
    ...chainStories(),
  ];
}

function outageStories(): Story[] {
  const day = dayNumber(outageDay.day);
  const who = (customer: Customer) => customer.region === outageDay.region;
  return [
    ...each(outageDay.counts, trouble('outage'), { who, between: [day, day] }),
    ...each(outageDay.nextDay, trouble('outage'), { who, between: [day + 1, day + 1] }),
  ];
}

/** Half of them ask for the refund by mail and half by telephone; half name the rival by mail and half in the survey. */
function chainStories(): Story[] {
  const between: [number, number] = [0, windowDays - 40];
  return Array.from({ length: chains }, (_, chain) => ({
    between,
    steps: [
      { channel: 'email', points: trouble('handsetLate') },
      { channel: chain % 2 === 0 ? 'email' : 'call', points: trouble('refund'), gap: [6, 14] },
      { channel: chain % 4 < 2 ? 'survey' : 'email', points: trouble('competitor', 'leave'), gap: [6, 16] },
    ],
  }));
}

function each(counts: Counts, points: Point[], rest: Omit<Story, 'steps'> = {}): Story[] {
  return channels.flatMap((channel) => times(counts[channel], once(channel, points, rest)));
}
