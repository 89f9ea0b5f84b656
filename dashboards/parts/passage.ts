import { type Html, html } from '../html.ts';
import type { TextPart } from '../views/shared.ts';

/** A stretch of text with its evidence marked. */
export function passage(parts: readonly TextPart[]): Html {
  return html`${parts.map(({ text, categories }) => (categories.length > 0 ? html`<mark>${text}</mark>` : text))}`;
}

/** A moment in time for people and machines. */
export function moment(at: string, text: string): Html {
  return html`<time datetime="${at}">${text}</time>`;
}
