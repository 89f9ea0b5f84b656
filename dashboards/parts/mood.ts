import type { Grade } from '../../src/types.ts';
import { formatScore, gradeName } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Satisfaction } from '../views/shared.ts';
import { countLink } from './count.ts';

const signs: Record<Grade, string> = { '-2': '▼▼', '-1': '▼', '0': '■', '1': '▲', '2': '▲▲' };

/** The class that colours a grade. */
export function moodClass(grade: Grade | null): string {
  return grade === null ? 'mood-none' : `mood-${grade < 0 ? `n${-grade}` : grade}`;
}

/** A sentiment with its sign, number and name: no meaning hangs on the colour alone. */
export function mood(score: number | null, grade: Grade | null): Html {
  if (score === null || grade === null) return html`<span class="mood mood-none" title="not understood">–</span>`;
  return html`<span class="mood ${moodClass(grade)}" title="${gradeName(grade)}"><span class="sign" aria-hidden="true">${signs[grade]}</span>${formatScore(score)}<span class="unseen"> ${gradeName(grade)}</span></span>`;
}

/** Only the sign and the name, where a list is too dense for numbers. */
export function moodSign(grade: Grade, understood = true): Html {
  if (!understood)
    return html`<span class="mood mood-none" title="language not understood">?<span class="unseen"> language not understood</span></span>`;
  return html`<span class="mood ${moodClass(grade)}" title="${gradeName(grade)}"><span class="sign" aria-hidden="true">${signs[grade]}</span><span class="unseen">${gradeName(grade)}</span></span>`;
}

/** Negative and positive shares of all as a bar; the numbers beside it say the same. */
export function moodBar({ negative, positive }: Satisfaction, all: number): Html {
  const share = (count: number) => (all > 0 ? (count / all) * 100 : 0);
  const [left, right] = [share(negative.count), share(positive.count)];
  return html`<svg class="mood-bar" width="72" height="8" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="8"/><rect class="negative" width="${left.toFixed(2)}" height="8"/><rect class="positive" x="${(100 - right).toFixed(2)}" width="${right.toFixed(2)}" height="8"/></svg>`;
}

/** The cells of a table for a satisfaction: mean, negative count, bar, positive count. */
export function satisfactionCells(satisfaction: Satisfaction, all: number, of: string): Html {
  return html`<td class="number">${mood(satisfaction.mean, satisfaction.grade)}</td><td class="number">${countLink(satisfaction.negative, `negative, ${of}`)}</td><td class="bar-cell wide-only">${moodBar(satisfaction, all)}</td><td class="number">${countLink(satisfaction.positive, `positive, ${of}`)}</td>`;
}

export const satisfactionHeadings: Html = html`<th scope="col" class="number" title="Mean sentiment, from −1 (very negative) to +1 (very positive)">Satisfaction</th><th scope="col" class="number" title="Texts that feel negative">Neg.</th><th scope="col" class="wide-only"><span class="unseen">Shares</span></th><th scope="col" class="number" title="Texts that feel positive">Pos.</th>`;
