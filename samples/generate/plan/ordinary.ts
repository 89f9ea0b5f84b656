import type { Channel } from '../../../src/types.ts';
import { saysLittle } from '../fragments/manner/remarks.ts';
import type { TopicName } from '../fragments/topic.ts';
import type { Random } from '../random.ts';
import { saysLittleCount } from './planted.ts';
import { once, type Point, praise, type Story, times, trouble } from './story.ts';

/** What the rest of the corpus is about: texts by topic as [mails, calls, answers] of complaint and of praise. */
const background: Partial<Record<TopicName, { bad: [number, number, number]; good: [number, number, number] }>> = {
  overcharge: { bad: [2, 0, 4], good: [1, 0, 3] },
  directDebit: { bad: [2, 1, 3], good: [0, 0, 2] },
  refund: { bad: [1, 0, 2], good: [0, 0, 2] },
  priceRise: { bad: [3, 1, 6], good: [0, 0, 1] },
  goodValue: { bad: [0, 0, 0], good: [2, 0, 12] },
  contractEnd: { bad: [2, 1, 3], good: [0, 0, 2] },
  roaming: { bad: [0, 0, 0], good: [0, 0, 3] },
  noSignal: { bad: [2, 1, 5], good: [0, 0, 4] },
  droppedCalls: { bad: [2, 0, 4], good: [0, 0, 3] },
  simActivation: { bad: [1, 1, 3], good: [1, 0, 3] },
  porting: { bad: [2, 1, 2], good: [0, 0, 3] },
  dataAllowance: { bad: [1, 0, 4], good: [0, 0, 4] },
  handsetLate: { bad: [0, 0, 3], good: [1, 0, 3] },
  slowBroadband: { bad: [3, 0, 6], good: [1, 0, 5] },
  outage: { bad: [1, 1, 3], good: [0, 0, 4] },
  missedEngineer: { bad: [2, 1, 4], good: [1, 0, 5] },
  router: { bad: [2, 1, 4], good: [0, 0, 0] },
  installation: { bad: [2, 0, 3], good: [1, 0, 3] },
  tvFreezing: { bad: [0, 0, 0], good: [0, 0, 3] },
  parental: { bad: [2, 0, 3], good: [0, 0, 2] },
  appLogin: { bad: [2, 0, 4], good: [0, 0, 3] },
  website: { bad: [2, 0, 3], good: [0, 0, 3] },
  waiting: { bad: [2, 1, 5], good: [0, 0, 3] },
  rudeStaff: { bad: [2, 1, 4], good: [0, 0, 1] },
  helpfulStaff: { bad: [0, 0, 0], good: [4, 0, 12] },
  scam: { bad: [0, 0, 0], good: [0, 0, 2] },
  accessibility: { bad: [3, 1, 3], good: [0, 0, 2] },
  leave: { bad: [1, 1, 2], good: [0, 0, 2] },
  competitor: { bad: [2, 0, 3], good: [1, 0, 2] },
  crossSell: { bad: [5, 2, 6], good: [0, 0, 2] },
};

/** What a text may come to speak of besides; the planted groups and the emerging topic are left to themselves. */
const besides = (Object.keys(background) as TopicName[]).filter(
  (topic) => !['roaming', 'tvFreezing', 'scam', 'leave', 'competitor', 'priceRise'].includes(topic),
);

export function ordinaryStories(random: Random): Story[] {
  const stories = Object.entries(background).flatMap(([topic, { bad, good }]) => [
    ...texts(bad, trouble(topic as TopicName)),
    ...texts(good, praise(topic as TopicName)),
  ]);
  return [
    ...stories.map((story) => maybeMore(story, random)),
    ...threads(),
    ...journeys(),
    ...random.shuffle(saysLittle).slice(0, saysLittleCount).map(answerOfFewWords),
  ];
}

function texts([email, call, survey]: [number, number, number], points: Point[]): Story[] {
  return [
    ...times(email, once('email', points)),
    ...times(call, once('call', points)),
    ...times(survey, once('survey', points)),
  ];
}

const shareOfTwo: Record<Channel, number> = { email: 0.6, call: 0.5, survey: 0.3 };

/** Some texts speak of two things, mostly in the same tone. */
function maybeMore(story: Story, random: Random): Story {
  const [step] = story.steps;
  if (!step || !random.chance(shareOfTwo[step.channel])) return story;
  const [first] = step.points;
  const topic = random.pick(besides.filter((other) => other !== first?.topic));
  const onlyGood = topic === 'goodValue' || topic === 'helpfulStaff';
  const same = random.chance(0.7) === (first?.stance === 'problem');
  const extra = onlyGood || !same ? praise(topic) : trouble(topic);
  return { ...story, steps: [{ ...step, points: [...step.points, ...extra] }] };
}

/** Mails with answers to the answer. */
function threads(): Story[] {
  const about = [
    trouble('directDebit'),
    trouble('porting'),
    trouble('slowBroadband'),
    trouble('router'),
    trouble('accessibility'),
    trouble('contractEnd'),
    trouble('refund'),
    trouble('noSignal'),
    trouble('simActivation'),
    trouble('appLogin'),
    trouble('rudeStaff'),
    trouble('dataAllowance'),
  ];
  return about.map((points, thread) => ({
    between: [0, 70],
    steps: [
      { channel: 'email', points },
      { channel: 'email', points, gap: [1, 4], reply: true },
      ...(thread % 3 === 0
        ? [{ channel: 'email' as const, points, gap: [1, 5] as [number, number], reply: true as const }]
        : []),
    ],
  }));
}

/** Customers who come back through another door. */
function journeys(): Story[] {
  return [
    [
      step('email', trouble('slowBroadband')),
      step('call', trouble('missedEngineer'), 4, 9),
      step('survey', trouble('slowBroadband', 'missedEngineer'), 2, 8),
    ],
    [
      step('call', trouble('outage')),
      step('email', trouble('outage', 'waiting'), 0, 2),
      step('survey', trouble('outage'), 5, 12),
    ],
    [
      step('email', trouble('priceRise')),
      step('call', trouble('leave', 'priceRise'), 2, 6),
      step('survey', praise('goodValue', 'helpfulStaff'), 10, 20),
    ],
    [step('email', trouble('router')), step('survey', praise('router', 'helpfulStaff'), 5, 10)],
    [step('call', trouble('simActivation')), step('email', trouble('simActivation', 'rudeStaff'), 1, 3)],
    [
      step('email', trouble('installation')),
      step('email', trouble('installation', 'missedEngineer'), 9, 15),
      step('call', trouble('leave'), 3, 8),
    ],
    [
      step('email', trouble('overcharge')),
      step('email', trouble('overcharge', 'waiting'), 12, 20),
      step('survey', trouble('overcharge'), 3, 9),
    ],
    [step('email', trouble('crossSell')), step('survey', praise('crossSell'), 8, 16)],
    [
      step('survey', trouble('noSignal')),
      step('email', trouble('noSignal'), 6, 14),
      step('survey', praise('noSignal'), 20, 30),
    ],
    [step('call', trouble('porting')), step('email', trouble('porting', 'droppedCalls'), 3, 9)],
    [step('email', trouble('parental')), step('call', trouble('parental'), 2, 6)],
    [step('call', trouble('accessibility', 'waiting')), step('email', praise('accessibility', 'helpfulStaff'), 4, 8)],
  ].map((steps) => ({ steps, between: [0, 45] }));
}

function step(channel: Channel, points: Point[], from?: number, to?: number): Story['steps'][number] {
  return from === undefined || to === undefined ? { channel, points } : { channel, points, gap: [from, to] };
}

function answerOfFewWords(says: { text: string; score: number }): Story {
  return { steps: [{ channel: 'survey', points: [], says }] };
}
