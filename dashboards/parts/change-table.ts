import { formatDay, formatProbability, formatRatio, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { ChangeRow } from '../views/trends.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';

/** Where topics changed their level, with the texts before and after. */
export function changeTable(rows: readonly ChangeRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Where the level changed"><table class="topics"><caption>Where the level changed</caption><thead><tr><th scope="col">Topic</th><th scope="col">From</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th><th scope="col" class="number" title="The new share of texts over the old one">Ratio</th><th scope="col" class="number wide-only" title="That one level explains both so badly">p</th></tr></thead><tbody>${rows.map(changeRow)}</tbody></table></div>`;
}

function changeRow({ category, day, before, after, ratio, p }: ChangeRow): Html {
  return html`<tr><th scope="row">${categoryLink(category)}</th><td>${formatDay(day)}</td><td class="number">${share(before, `before ${formatDay(day)}`)}</td><td class="number">${share(after, `from ${formatDay(day)}`)}</td><td class="number">${ratio === null ? 'new' : html`× ${formatRatio(ratio)}`}</td><td class="number wide-only">${formatProbability(p)}</td></tr>`;
}

function share({ texts, named }: ChangeRow['before'], when: string): Html {
  return html`${countLink(named, `texts that name it, ${when}`)} of ${countLink(texts, `texts, ${when}`)} <span class="detail">${formatShare(texts.count > 0 ? named.count / texts.count : 0)}</span>`;
}
