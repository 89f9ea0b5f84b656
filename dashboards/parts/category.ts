import { type Html, html } from '../html.ts';
import type { CategoryLink } from '../views/shared.ts';

/** A category as a link that stands by itself: what is above it comes first, less loudly. */
export function categoryLink({ name, above, href }: CategoryLink): Html {
  return html`<a class="category" href="${href}">${above !== null && html`<span class="above">${above} ›</span> `}${name}</a>`;
}
