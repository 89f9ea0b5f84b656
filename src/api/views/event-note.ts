import type { CaseEvent } from '../../store/read/find-case.ts';

/** What people need to know of an event besides its name, in a sentence or two; empty where the name says it all. */
export function eventNote({ event, detail }: CaseEvent, nameOf: (team: string) => string): string {
  const text = (name: string) => (typeof detail[name] === 'string' ? detail[name] : '');
  const number = (name: string) => (typeof detail[name] === 'number' ? String(detail[name]) : '');
  const whys: Record<string, string> = {
    thread: 'Of the same conversation.',
    topic: 'Of the same customer about the same.',
  };
  const said: Record<string, string> = {
    reassigned: text('from') && text('to') && `From ${nameOf(text('from'))} to ${nameOf(text('to'))}.`,
    opened: number('from') && `Split off case ${number('from')}.`,
    joined: `Text ${number('text')}. ${whys[text('because')] ?? ''}`,
    merged: `Its texts went to case ${number('into')}.`,
    'took in': `It has the texts of case ${number('other')} now.`,
    split: `Text ${number('text')} is case ${number('other')} now.`,
    owned: text('owner') ? `${text('owner')} looks after it.` : 'Nobody in particular looks after it.',
    due: `Due ${text('dueAt').slice(0, 16).replace('T', ' ')} UTC now.`,
    tagged: Array.isArray(detail.tags) && detail.tags.length > 0 ? `Tags: ${detail.tags.join(', ')}.` : 'No tags.',
    escalated: `${text('words')}. Told to the ${text('to')}${text('to') === 'member' ? 's' : ''}.`,
    answered: text('answer'),
  };
  return [said[event], text('note')].filter(Boolean).join(' ');
}
