import { formatScore, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';

/** The 99 % interval of a mean sentiment; nothing where there is none. */
export function interval(lower: number | null, upper: number | null): Html | false {
  if (lower === null || upper === null) return false;
  return html` <span class="interval" title="99 % interval">${formatScore(Math.max(-1, lower))} … ${formatScore(Math.min(1, upper))}</span>`;
}

/** In how many draws of other customers a relation stays above chance. */
export function stabilityCell(stability: number | null): Html {
  if (stability === null) return html`<span title="Looked at only for the strongest">–</span>`;
  return html`<span title="Share of draws of other customers in which it stays above chance">${formatShare(stability)}</span>`;
}
