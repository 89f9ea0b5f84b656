import { fragments } from '../fragments/all.ts';
import { closings, greetings, praiseSubjects, signOffs, vagueSubjects } from '../fragments/manner/closings.ts';
import { contexts, openings, sagas, type Temper } from '../fragments/manner/openings.ts';
import { remarks } from '../fragments/manner/remarks.ts';
import { answersToCare } from '../fragments/manner/replies.ts';
import {
  type Fullness,
  isRescue,
  isTrouble,
  jointOf,
  maybe,
  requestFor,
  sentences,
  state,
  tellMatter,
  temperOf,
} from './matter.ts';
import type { Pen } from './pen.ts';
import { inVoice } from './voice.ts';

/** The words of a mail, before it is put into an envelope. */
export interface Letter {
  subject: string;
  /** Greeting, paragraphs and sign-off. */
  paragraphs: string[];
  signature: string | null;
}

/** How mails are built; `pleased` mails are only ever plain or short. */
type Shape = 'plain' | 'short' | 'story' | 'saga' | 'question' | 'list' | 'rant';

/** Writes a customer's mail. */
export function writeLetter(pen: Pen): Letter {
  const { customer, points, earlier } = pen.contact;
  const temper = temperOf(points, pen.random);
  const body = earlier.length > 0 ? answerBody(pen) : shapes[shapeFor(pen, temper)](pen, temper);
  const typed = body
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => inVoice(paragraph, customer.voice, pen.random));
  const loud = customer.voice.shouts && temper === 'angry' ? typed.map((paragraph) => paragraph.toUpperCase()) : typed;
  const terse = pen.random.chance(earlier.length > 0 ? 0.5 : 0.12);
  const greeting = terse ? '' : pen.write(`greeting ${temper}`, greetings[temper]);
  const signOff = pen.write(`sign-off ${temper}`, signOffs[temper]);
  const signed = terse ? customer.given : [signOff, customer.name].filter(Boolean).join('\n');
  return {
    subject: subjectOf(pen, temper),
    paragraphs: [greeting, ...loud, signed].filter((paragraph) => paragraph !== ''),
    signature: customer.voice.signature,
  };
}

const shapes: Record<Shape, (pen: Pen, temper: Temper) => string[]> = {
  plain: (pen, temper) => {
    const matter = tellMatter(pen, fullness(pen));
    return [
      open(pen, temper),
      ...matter,
      sentences(
        maybe(pen, 0.5, () => remark(pen, temper)),
        ask(pen, 0.7),
        close(pen, temper),
      ),
    ];
  },
  short: (pen, temper) => {
    const matter = tellMatter(pen, 'short').join(' ');
    return [sentences(matter, ask(pen, 0.5)), maybe(pen, 0.4, () => close(pen, temper))];
  },
  story: (pen, temper) => [
    pen.write('context', contexts),
    ...tellMatter(pen, 'long'),
    remark(pen, temper),
    sentences(ask(pen, 0.9), close(pen, temper)),
  ],
  saga: (pen, temper) => [
    open(pen, temper),
    pen.write('context', contexts),
    ...tellMatter(pen, 'long'),
    pen.write('saga', sagas),
    sentences(
      remark(pen, temper),
      maybe(pen, 0.5, () => remark(pen, temper)),
    ),
    sentences(ask(pen, 1), close(pen, temper)),
  ],
  question: (pen, temper) => [
    ask(pen, 1),
    ...tellMatter(pen, 'middle'),
    sentences(
      maybe(pen, 0.5, () => remark(pen, temper)),
      close(pen, temper),
    ),
  ],
  list: (pen, temper) => [
    sentences(open(pen, temper), pen.random.pick(['My points:', 'In short:', 'The facts:', ''])),
    listOf(pen),
    sentences(ask(pen, 0.8), close(pen, temper)),
  ],
  rant: (pen, temper) => [
    sentences(
      open(pen, temper),
      ...tellMatter(pen, 'long'),
      remark(pen, temper),
      remark(pen, temper),
      ask(pen, 0.6),
      close(pen, temper),
    ),
  ],
};

function shapeFor(pen: Pen, temper: Temper): Shape {
  const { points } = pen.contact;
  if (temper === 'pleased') return pen.random.chance(0.65) ? 'plain' : 'short';
  if (!isTrouble(points))
    return pen.random.weighted({ plain: 5, short: 3, story: 4, question: 0, saga: 0, list: 0, rant: 0 });
  // An outage is a matter of hours, so it has no history yet.
  const saga = points.some(({ topic }) => topic === 'outage') ? 0 : temper === 'flat' ? 1 : 4;
  if (temper === 'angry')
    return pen.random.weighted({ plain: 4, short: 2, story: 2, saga, question: 1, list: 2, rant: 5 });
  const list = isRescue(points) || jointOf(points) ? 0 : 2;
  return pen.random.weighted({ plain: 7, short: 3, story: 5, saga, question: 2, list, rant: 1 });
}

/** An answer to Larkfield's answer: short, and to the matter once more. */
function answerBody(pen: Pen): string[] {
  const first = pen.write('answer', answersToCare.cross);
  const [point] = pen.contact.points;
  const { detail, consequence } = fragments[point!.topic];
  return [
    sentences(
      first,
      state(pen, point!),
      maybe(pen, 0.6, () => pen.write(`${point!.topic} detail`, detail)),
    ),
    sentences(
      maybe(pen, 0.6, () => pen.write(`${point!.topic} consequence`, consequence)),
      ask(pen, 0.7),
      maybe(pen, 0.5, () => remark(pen, 'upset')),
    ),
  ];
}

function listOf(pen: Pen): string {
  const lines = tellMatter(pen, 'long').flatMap((paragraph) => paragraph.split(/(?<=[.!?]) (?=[A-Z£])/));
  const mark = pen.random.pick(['dash', 'number', 'star']);
  return lines
    .map((line, place) => `${mark === 'number' ? `${place + 1}.` : mark === 'dash' ? '-' : '*'} ${line}`)
    .join('\n');
}

function subjectOf(pen: Pen, temper: Temper): string {
  const { points, customer } = pen.contact;
  const roll = pen.random.next();
  if (roll < 0.03) return '';
  if (temper === 'pleased') return pen.write('subject praise', praiseSubjects);
  if (roll < 0.12) return pen.write('subject vague', vagueSubjects);
  const { topic } = pen.random.pick(points.filter((point) => point.stance === 'problem'));
  const subject = pen.write(`${topic} subject`, fragments[topic].subjects);
  return customer.voice.shouts && temper === 'angry' ? subject.toUpperCase() : subject;
}

const open = (pen: Pen, temper: Temper) => pen.write(`opening ${temper}`, openings[temper]);
/** Feelings fit troubles and praise, not a mere question. */
function remark(pen: Pen, temper: Temper): string {
  if (temper !== 'pleased' && !isTrouble(pen.contact.points)) return '';
  return pen.write(`remark ${temper}`, remarks[temper]);
}

const close = (pen: Pen, temper: Temper) => pen.write(`closing ${temper}`, closings[temper]);
const ask = (pen: Pen, probability: number) => maybe(pen, probability, () => requestFor(pen) ?? '');

function fullness(pen: Pen): Fullness {
  return pen.random.weighted({ short: 2, middle: 5, long: 3 });
}
