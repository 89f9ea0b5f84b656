import { chineseConversation } from '../compose/chinese.ts';
import { type Turn, writeConversation } from '../compose/conversation.ts';
import type { Pen } from '../compose/pen.ts';
import { codedData } from '../plan/customers.ts';
import type { Point } from '../plan/story.ts';
import { writeSrt, writeVtt } from './captions.ts';
import { writeContactLens } from './contact-lens.ts';
import { writeDialogue } from './dialogue.ts';
import { type Transcript, timeTurns } from './transcript.ts';

export interface WrittenCall {
  extension: 'vtt' | 'srt' | 'txt' | 'json';
  text: string;
  points: Point[];
}

/** One after another, so that each format has its share. */
const formats = ['vtt', 'txt', 'srt', 'vtt', 'txt-timed', 'srt', 'vtt', 'txt', 'json', 'vtt', 'txt', 'srt'] as const;

/** Writes calls; each takes the next format. SRT cannot say whose call it is, so a call in a longer story is WebVTT instead. */
export function callWriter(): (pen: Pen) => WrittenCall {
  let english = 0;
  let chinese = 0;
  return (pen) => {
    const { customer, points, receivedAt, alone } = pen.contact;
    if (customer.language === 'zh') {
      const call = chineseConversation(chinese);
      const transcript = { ...transcriptOf(pen, call.turns), speakers: { agent: '客服', customer: '客户' } };
      return { ...written(transcript, chinese++ === 0 ? 'vtt' : 'txt', ''), points: call.points };
    }
    const turn = formats[english++ % formats.length]!;
    const format = turn === 'srt' && !alone ? 'vtt' : turn;
    const transcript = transcriptOf(pen, writeConversation(pen));
    return {
      ...written(transcript, format, `call-${receivedAt.toISOString().replace(/\D/g, '').slice(0, 12)}`),
      points,
    };
  };
}

function written(transcript: Transcript, format: (typeof formats)[number], id: string): Omit<WrittenCall, 'points'> {
  switch (format) {
    case 'vtt':
      return { extension: 'vtt', text: writeVtt(transcript) };
    case 'srt':
      return { extension: 'srt', text: writeSrt(transcript) };
    case 'json':
      return { extension: 'json', text: writeContactLens(transcript, id) };
    default:
      return { extension: 'txt', text: writeDialogue(transcript, format === 'txt-timed') };
  }
}

function transcriptOf({ contact, random, slot }: Pen, turns: Turn[]): Transcript {
  const { customer, receivedAt } = contact;
  const greets = /you're through to|Thank you for calling|welcome to/i.test(turns[0]!.text);
  const pairs = [
    { agent: 'Agent', customer: 'Customer' },
    { agent: 'Advisor', customer: 'Caller' },
    ...(greets ? [{ agent: slot('agent'), customer: customer.given }] : []),
  ];
  return {
    turns: timeTurns(turns),
    speakers: random.pick(pairs),
    language: customer.language,
    details: [
      ['customer', customer.address],
      ['date', receivedAt.toISOString()],
      ...Object.entries(codedData(customer)),
    ],
  };
}
