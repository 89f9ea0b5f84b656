import { type Html, html } from '../html.ts';
import type { TextPart } from '../views/shared.ts';

/** A stretch of text with its evidence marked. @param hueOf the hue of a part by its categories; one hue for all without it. */
export function passage(parts: readonly TextPart[], hueOf: (categories: readonly string[]) => number = () => 0): Html {
  return html`${parts.map(({ text, categories }) =>
    categories.length > 0 ? html`<mark class="hue-${hueOf(categories)}">${text}</mark>` : text,
  )}`;
}

/** A moment in time for people and machines. */
export function moment(at: string, text: string): Html {
  return html`<time datetime="${at}">${text}</time>`;
}
