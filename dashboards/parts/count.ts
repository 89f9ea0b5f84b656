import { formatCount } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Count } from '../views/shared.ts';

/** A number as a link to the list of exactly what it counts. @param of what is counted, for who cannot see the table. */
export function countLink({ count, href }: Count, of: string): Html {
  return html`<a class="count${count === 0 && ' zero'}" data-count="${count}" href="${href}" aria-label="${formatCount(count)} ${of}">${formatCount(count)}</a>`;
}
