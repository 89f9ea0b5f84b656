import { fragments } from '../fragments/all.ts';
import { type JointFragments, jointFragments, routerRescued } from '../fragments/joint.ts';
import type { Temper } from '../fragments/manner/openings.ts';
import { answerContrasts, answerTurns, contrasts, turns } from '../fragments/manner/remarks.ts';
import type { Point } from '../plan/story.ts';
import type { Random } from '../random.ts';
import type { Pen } from './pen.ts';

export type Fullness = 'short' | 'middle' | 'long';

/** Tells the points of a text in writing, a paragraph or so for each. */
export function tellMatter(pen: Pen, fullness: Fullness): string[] {
  const { points } = pen.contact;
  const joint = jointOf(points);
  if (joint) return [sentences(pen.write(`joint ${joint.topics}`, joint.problem), ...followUps(pen, points, fullness))];
  if (isRescue(points)) return [pen.write('rescue', routerRescued)];
  return points.map((point, place) => {
    const before = points[place - 1];
    const lead = before ? [leadIn(pen, before, point)] : [];
    return sentences(...lead, state(pen, point), ...followUps(pen, [point], fullness));
  });
}

/** The joint fragments of exactly these points, where there are some. */
export function jointOf(points: Point[]): JointFragments | undefined {
  if (points.some((point) => point.stance === 'praise')) return undefined;
  const topics = points.map((point) => point.topic);
  return jointFragments.find(
    (joint) => joint.topics.length === topics.length && joint.topics.every((topic) => topics.includes(topic)),
  );
}

export function isRescue(points: Point[]): boolean {
  const topics = points.filter((point) => point.stance === 'praise').map((point) => point.topic);
  return points.length === 2 && topics.includes('router') && topics.includes('helpfulStaff');
}

/** One sentence that says what the matter is. */
export function state(pen: Pen, { topic, stance }: Point): string {
  return pen.write(`${topic} ${stance}`, fragments[topic][stance]);
}

/** What the customer wants done about one of the troubles; null where nothing is wrong. */
export function requestFor(pen: Pen): string | null {
  const troubles = pen.contact.points.filter(
    ({ topic, stance }) => stance === 'problem' && fragments[topic].request.length > 0,
  );
  if (troubles.length === 0) return null;
  const { topic } = pen.random.pick(troubles);
  return pen.write(`${topic} request`, fragments[topic].request);
}

export function temperOf(points: Point[], random: Random): Temper {
  const bad = points.filter((point) => point.stance === 'problem');
  if (bad.length === 0) return 'pleased';
  const calm = bad.every((point) => point.topic === 'crossSell') || bad.length < points.length;
  if (calm) return random.weighted({ polite: 6, flat: 4 });
  return random.weighted({ polite: 27, flat: 27, upset: 22, angry: 18, sarcastic: 6 });
}

function followUps(pen: Pen, points: Point[], fullness: Fullness): string[] {
  const likely = { short: 0.1, middle: 0.55, long: 0.95 }[fullness];
  return points
    .filter((point) => point.stance === 'problem')
    .slice(0, fullness === 'long' ? 2 : 1)
    .flatMap(({ topic }) => {
      const { detail, consequence } = fragments[topic];
      const more: string[] = [];
      if (pen.random.chance(likely)) more.push(pen.write(`${topic} detail`, detail));
      if (pen.random.chance(likely * 0.8)) more.push(pen.write(`${topic} consequence`, consequence));
      return more;
    });
}

function leadIn(pen: Pen, before: Point, point: Point): string {
  const contrast = before.stance !== point.stance;
  if (pen.contact.channel === 'survey') {
    return contrast
      ? pen.write('answer contrast', answerContrasts)
      : maybe(pen, 0.6, () => pen.write('answer turn', answerTurns));
  }
  return contrast ? pen.write('contrast', contrasts) : maybe(pen, 0.75, () => pen.write('turn', turns));
}

/** Sometimes writes something, and sometimes nothing. */
export function maybe(pen: Pen, probability: number, write: () => string): string {
  return pen.random.chance(probability) ? write() : '';
}

/** Whether something is wrong; a wish to buy is no trouble. */
export function isTrouble(points: Point[]): boolean {
  return points.some((point) => point.stance === 'problem' && point.topic !== 'crossSell');
}

/** Joins sentences; after a lead-in that ends in a comma or nothing, the next begins small. */
export function sentences(...parts: string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((text, part) => {
      if (text === '') return part;
      const small = /[\p{L},]$/u.test(text) && !/^(I\b|[A-Z][A-Z]|My Lark|Lark)/.test(part);
      return `${text} ${small ? part.charAt(0).toLowerCase() + part.slice(1) : part}`;
    }, '');
}
