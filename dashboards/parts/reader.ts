import { formatSeconds } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { SentenceView, Turn } from '../views/shared.ts';
import { moodClass, moodSign } from './mood.ts';

const roleNames = { customer: 'Customer', agent: 'Agent', unknown: 'Speaker' };

/**
 * A text sentence by sentence, each with its feeling in the margin; a call as a dialogue.
 * @param mark wraps the words of a sentence that are evidence for some categories.
 */
export function reader(
  turns: readonly Turn[],
  isUnderstood: boolean,
  mark: (text: string, categories: readonly string[]) => Html,
): Html {
  const isDialogue = turns.some(({ speaker }) => speaker !== null);
  return html`${turns.map(({ speaker, role, at, sentences }) => {
    const said = sentences.map((sentence) => sentenceRow(sentence, isUnderstood && role !== 'agent', mark));
    if (!isDialogue) return html`<div>${said}</div>`;
    const name = speaker && speaker.toLowerCase() !== roleNames[role].toLowerCase() ? speaker : null;
    return html`<div class="turn ${role}"><p class="speaker"><strong>${roleNames[role]}</strong>${name && html` ${name}`}${at !== null && html` <span class="at">${formatSeconds(at)}</span>`}</p>${said}</div>`;
  })}`;
}

function sentenceRow(
  sentence: SentenceView,
  isJudged: boolean,
  mark: (text: string, categories: readonly string[]) => Html,
): Html {
  const mood = isJudged ? moodClass(sentence.grade) : 'mood-none';
  return html`<div class="sentence ${mood}${sentence.paragraph && ' paragraph'}"><span class="margin">${isJudged && moodSign(sentence.grade)}</span><p>${sentence.parts.map(({ text, categories }) => mark(text, categories))}</p></div>`;
}
