import { chineseCalls, chineseManner } from '../fragments/chinese/manner.ts';
import { type ChineseFragments, chineseTopics } from '../fragments/chinese/topics.ts';
import type { TopicName } from '../fragments/topic.ts';
import type { Point } from '../plan/story.ts';
import { inChinesePounds } from '../words/chinese-slots.ts';
import type { Answer } from './answer.ts';
import type { Turn } from './conversation.ts';
import type { Letter } from './mail.ts';
import type { Pen } from './pen.ts';

/** Writes a customer's mail in Chinese. */
export function writeChineseLetter(pen: Pen): Letter {
  const { customer, points } = pen.contact;
  const [point] = points;
  const about = fragmentsOf(point!.topic);
  const bad = point!.stance === 'problem';
  const line = (
    name: keyof typeof chineseManner & ('greetings' | 'openings' | 'remarks' | 'pleased' | 'closings' | 'thanks'),
  ) => pen.write(`zh ${name}`, chineseManner[name]);
  const matter = state(pen, point!);
  const more = bad
    ? `${pen.random.chance(0.6) ? line('remarks') : ''}${pen.write(`zh ${point!.topic} request`, about.request)}`
    : line('pleased');
  return {
    subject: inChinesePounds(
      pen.write(`zh ${point!.topic} subject`, bad ? about.subjects : ['表扬', '感谢', '一点反馈']),
    ),
    paragraphs: [
      line('greetings'),
      inChinesePounds(`${line('openings')}${matter}`),
      inChinesePounds(more),
      bad ? line('closings') : line('thanks'),
      customer.name,
    ].filter((paragraph) => paragraph !== ''),
    signature: pen.random.chance(0.3) ? '发自我的手机' : null,
  };
}

/** Writes a survey answer in Chinese. */
export function writeChineseAnswer(pen: Pen): Answer {
  const [point] = pen.contact.points;
  const about = fragmentsOf(point!.topic);
  const bad = point!.stance === 'problem';
  const byNature = about.problem.length === 0;
  const terse = pen.random.chance(0.3) && (bad || byNature);
  const stated = terse ? pen.write(`zh ${point!.topic} terse`, about.terse) : state(pen, point!);
  const remark =
    !terse && pen.random.chance(0.4)
      ? pen.write(`zh ${bad ? 'remarks' : 'pleased'}`, chineseManner[bad ? 'remarks' : 'pleased'])
      : '';
  return {
    score: bad ? pen.random.int(0, 5) : pen.random.int(8, 10),
    reason: inChinesePounds(stated + remark),
    improve: bad && pen.random.chance(0.25) ? pen.write(`zh ${point!.topic} request`, about.request) : '',
  };
}

/** The calls to the Chinese line are written out; `number` says which. */
export function chineseConversation(number: number): { points: Point[]; turns: Turn[] } {
  const { topics, turns } = chineseCalls[number % chineseCalls.length]!;
  return {
    points: topics.map((topic) => ({ topic, stance: 'problem' })),
    turns: turns.map((text, place) => ({ role: place % 2 === 0 ? 'agent' : 'customer', text })),
  };
}

function state(pen: Pen, { topic, stance }: Point): string {
  return pen.write(`zh ${topic} ${stance}`, fragmentsOf(topic)[stance]);
}

function fragmentsOf(topic: TopicName): ChineseFragments {
  const about = chineseTopics[topic];
  if (!about)
    throw new Error(`There are no Chinese fragments for ${topic}; fragments/chinese/topics.ts should hold some.`);
  return about;
}
