import { fragments } from '../fragments/all.ts';
import { callManner, callQuestions } from '../fragments/manner/calls.ts';
import type { Point } from '../plan/story.ts';
import type { Random } from '../random.ts';
import { requestFor } from './matter.ts';
import type { Pen } from './pen.ts';

/** One turn of a call. */
export interface Turn {
  role: 'agent' | 'customer';
  text: string;
}

/** Writes a call from greeting to goodbye. */
export function writeConversation(pen: Pen): Turn[] {
  const [first, ...others] = pen.contact.points;
  if (!first) throw new Error('A call should be about something; its contact names no point.');
  const say = (list: keyof typeof callManner) => pen.write(`call ${list}`, callManner[list]);
  const turns: Turn[] = [agent(say('greet')), customer(say('hello'))];
  if (pen.random.chance(0.6)) turns.push(agent(say('ask')));
  turns.push(customer(spoken(pen, first)), ...comfort(pen, first), ...questions(pen));
  if (pen.random.chance(0.55)) turns.push(agent(say('verify')), customer(say('verified')));
  if (pen.random.chance(0.6)) turns.push(agent(say('hold')), customer(say('filler')));
  turns.push(agent(pen.write(`${first.topic} agent`, fragments[first.topic].agent)), ...reaction(pen, first));
  for (const point of others) turns.push(...alsoThis(pen, point));
  turns.push(...wish(pen), agent(say('offer')), customer(say('accept')));
  turns.push(agent(say('anythingElse')), customer(say('no')), agent(say('bye')), customer(say('byeBack')));
  return turns;
}

/** None to three questions, as the agent's form has it. */
function questions(pen: Pen): Turn[] {
  const asked = pen.random.shuffle(callQuestions).slice(0, pen.random.int(0, 3));
  return asked.flatMap(([question, answer]) => [agent(pen.fill(question)), customer(pen.fill(answer))]);
}

function wish(pen: Pen): Turn[] {
  const request = pen.random.chance(0.45) ? requestFor(pen) : null;
  if (!request) return [];
  const question = pen.random.pick([
    'What would you like us to do?',
    'How could we put that right for you?',
    'And what would help you?',
  ]);
  return [agent(question), customer(stumble(request, pen.random))];
}

/** The agent says sorry, and the customer goes on: an agent's feelings must not count as the customer's. */
function comfort(pen: Pen, point: Point): Turn[] {
  if (point.stance === 'praise' || point.topic === 'crossSell') return [];
  const more = fragments[point.topic].detail;
  const turns = [agent(pen.write('call empathy', callManner.empathy))];
  if (more.length > 0) turns.push(customer(stumble(pen.write(`${point.topic} detail`, more), pen.random)));
  return turns;
}

function reaction(pen: Pen, point: Point): Turn[] {
  if (point.stance === 'praise' || point.topic === 'crossSell') return [];
  const tone = pen.random.chance(0.65) ? 'cross' : 'mild';
  const turns = [customer(pen.write(`call ${tone}`, callManner[tone]))];
  const { consequence } = fragments[point.topic];
  if (consequence.length > 0 && pen.random.chance(0.7)) {
    turns.push(
      agent(pen.write('call empathy', callManner.empathy)),
      customer(stumble(pen.write(`${point.topic} consequence`, consequence), pen.random)),
    );
  }
  return turns;
}

function alsoThis(pen: Pen, point: Point): Turn[] {
  return [
    agent(pen.write('call anythingElse', callManner.anythingElse)),
    customer(`${pen.write('call yes', callManner.yes)} ${capital(spoken(pen, point))}`),
    agent(pen.write(`${point.topic} agent`, fragments[point.topic].agent)),
    customer(pen.write('call filler', callManner.filler)),
  ];
}

function spoken(pen: Pen, { topic, stance }: Point): string {
  const { spoken: lines, praise } = fragments[topic];
  const byNature = topic === 'goodValue' || topic === 'helpfulStaff';
  if (stance === 'praise' && !byNature) return stumble(pen.write(`${topic} praise`, praise), pen.random);
  return capital(pen.write(`${topic} spoken`, lines));
}

/** Makes a written sentence sound spoken: hesitation, a word said twice. */
function stumble(text: string, random: Random): string {
  const words = text.split(' ');
  if (words.length < 5) return text;
  const at = random.int(2, words.length - 2);
  const word = words[at]!;
  if (/[,.:;]$/.test(words[at - 1]!)) words.splice(at, 0, random.pick(['um,', 'uh,', 'you know,', 'I mean,', 'like,']));
  else if (/^[a-z']{2,4}$/.test(word)) words.splice(at, 1, `${word},`, word);
  else words[at - 1] = `${words[at - 1]}, ${random.pick(['um', 'uh', 'you know', 'I mean', 'er'])},`;
  return random.chance(0.4)
    ? `${random.pick(['Well,', 'Yeah,', 'No, but', 'Because', 'So', 'And'])} ${small(words.join(' '))}`
    : words.join(' ');
}

const agent = (text: string): Turn => ({ role: 'agent', text: ended(capital(text)) });
const customer = (text: string): Turn => ({ role: 'customer', text: ended(capital(text)) });
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) =>
  /^(I\b|I['’]|[A-Z]\w+field)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
const ended = (text: string) => (/[.!?…。！？]$/.test(text) ? text : `${text}.`);
