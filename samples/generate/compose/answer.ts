import { fragments } from '../fragments/all.ts';
import { routerRescued } from '../fragments/joint.ts';
import type { Temper } from '../fragments/manner/openings.ts';
import { remarks } from '../fragments/manner/remarks.ts';
import type { Point } from '../plan/story.ts';
import { isRescue, isTrouble, jointOf, requestFor, sentences, state, tellMatter, temperOf } from './matter.ts';
import type { Pen } from './pen.ts';
import { inVoice } from './voice.ts';

/** One customer's answers to the survey's open questions, and the score from 0 to 10. */
export interface Answer {
  score: number;
  reason: string;
  improve: string;
}

/** Writes a survey answer. */
export function writeAnswer(pen: Pen): Answer {
  const { customer, points, says } = pen.contact;
  if (says) return { score: says.score, reason: pen.fill(says.text), improve: '' };
  const reason = inVoice(reasonFor(pen), customer.voice, pen.random);
  const wish = requestFor(pen);
  const improve = wish && pen.random.chance(0.3) ? inVoice(wish, customer.voice, pen.random) : '';
  const loud = customer.voice.shouts && pen.random.chance(0.5);
  return { score: scoreFor(points, pen), reason: loud ? reason.toUpperCase() : reason, improve };
}

function reasonFor(pen: Pen): string {
  const { points } = pen.contact;
  const temper = temperOf(points, pen.random);
  switch (pen.random.weighted({ terse: 42, sentence: 30, remark: 14, full: 14 })) {
    case 'terse':
      return terse(pen);
    case 'sentence':
      return tellMatter(pen, 'short').join(' ');
    case 'remark':
      return sentences(...tellMatter(pen, 'short'), feeling(pen, temper));
    default:
      return tellMatter(pen, 'long').join(pen.random.chance(0.3) ? '\n' : ' ');
  }
}

function feeling(pen: Pen, temper: Temper): string {
  if (temper !== 'pleased' && !isTrouble(pen.contact.points)) return '';
  return pen.write(`remark ${temper}`, remarks[temper]);
}

/** As typed with one thumb. */
function terse(pen: Pen): string {
  const { points } = pen.contact;
  const joint = jointOf(points);
  if (joint) return pen.write(`joint terse ${joint.topics}`, joint.terse);
  if (isRescue(points)) return pen.write('rescue', routerRescued);
  const bits = points.map((point) => tersePoint(pen, point));
  return bits.join(pen.random.pick(['. ', ', ', ' / ', '; ', '\n']));
}

/** The short lines are complaints, but for the topics that are praise by nature. */
function tersePoint(pen: Pen, point: Point): string {
  const { topic, stance } = point;
  const byNature = topic === 'goodValue' || topic === 'helpfulStaff';
  if (stance === 'praise' && !byNature) return state(pen, point).replace(/\.$/, '');
  return pen.write(`${topic} terse`, fragments[topic].terse);
}

function scoreFor(points: Point[], { random }: Pen): number {
  const bad = points.filter((point) => point.stance === 'problem');
  if (points.every((point) => point.stance === 'problem' && point.topic === 'crossSell')) return random.int(7, 10);
  if (bad.length === 0) return random.pick([8, 9, 9, 10, 10]);
  if (bad.length < points.length) return random.int(5, 8);
  if (bad.some((point) => point.topic === 'leave')) return random.int(0, 3);
  return random.pick([0, 1, 2, 2, 3, 3, 4, 4, 5, 6]);
}
