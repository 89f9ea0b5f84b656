import { writeAnswer } from '../compose/answer.ts';
import { writeChineseAnswer } from '../compose/chinese.ts';
import type { Pen } from '../compose/pen.ts';
import { codedData } from '../plan/customers.ts';

export const answerColumns = [
  'answer_id',
  'date',
  'customer',
  'age',
  'gender',
  'region',
  'segment',
  'product',
  'nps_score',
  'reason_for_score',
  'what_should_we_do_better',
];

/** How the survey is to be read; stands beside it as `answers.mapping.json`. */
export const answerMapping = {
  text: ['reason_for_score', 'what_should_we_do_better'],
  id: 'answer_id',
  customer: 'customer',
  date: 'date',
};

/** Writes survey answers as rows, numbered as they come. */
export function answerWriter(): (pen: Pen) => string[] {
  let number = 0;
  const given = new Set<string>();
  return (pen) => {
    const { customer, receivedAt } = pen.contact;
    const write = customer.language === 'zh' ? writeChineseAnswer : writeAnswer;
    let answer = write(pen);
    // Short answers can come out alike; real ones do too, but a sample should show each once.
    for (let attempt = 0; given.has(bare(answer.reason)) && attempt < 20; attempt++) answer = write(pen);
    given.add(bare(answer.reason));
    number++;
    return [
      `A${String(number).padStart(4, '0')}`,
      receivedAt.toISOString().slice(0, 19).concat('Z'),
      customer.address,
      ...Object.values(codedData(customer)),
      String(answer.score),
      answer.reason,
      answer.improve,
    ];
  };
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
