import { formatExpected, formatIndicator, formatProbability } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { TrendRow } from '../views/trends.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';
import { sparkline } from './sparkline.ts';

/** Categories with what was observed, what was expected, and how far apart the two are. */
export function trendTable(caption: string, heading: string, rows: readonly TrendRow[]): Html {
  if (rows.length === 0) return html`<p class="hint">${heading}: none.</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="topics"><caption>${caption}</caption><thead><tr><th scope="col">${heading}</th><th scope="col" class="number" title="Observed: texts of these days that name it">O</th><th scope="col" class="number" title="Expected">E</th><th scope="col" class="number" title="(O − E) / √E: beyond 2 is unusual, from 3 worth a look">Indicator</th><th scope="col" class="number" title="Probability by chance, corrected for all topics weighed">q</th><th scope="col" class="wide-only">Window</th></tr></thead><tbody>${rows.map(trendRow)}</tbody></table></div>`;
}

function trendRow({ category, observed, expected, indicator, q, unusual, trend }: TrendRow): Html {
  return html`<tr><th scope="row">${categoryLink(category)}${unusual && html` <span class="badge">unusual</span>`}</th><td class="number">${countLink(observed, `texts about ${category.fullName}`)}</td><td class="number">${formatExpected(expected)}</td><td class="number">${formatIndicator(indicator)}</td><td class="number">${formatProbability(q)}</td><td class="wide-only">${sparkline(trend)}</td></tr>`;
}
