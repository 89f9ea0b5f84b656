import { formatRatio, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { CurvePointView } from '../views/routing-quality.ts';
import { figure } from './figure.ts';

/** How much goes by itself against how often that is wrong, with the threshold in use and that of least cost. */
export function costCurveFigure(points: CurvePointView[], now: CurvePointView, best: CurvePointView): Html {
  const title = 'Routed by itself against errors';
  const drawn = points.filter(({ routed }) => routed > 0);
  return figure({
    name: 'cost-curve',
    kind: 'cost-curve',
    title,
    says: 'To the right more complaints go by themselves; upward more of those go wrong. The band is the interval.',
    data: {
      points: drawn.map(({ share, errors, threshold, cost }) => ({ share, threshold, cost, ...relabel(errors) })),
      now: now.routed > 0 ? { share: now.share, error: now.errors.share } : null,
      best: best.routed > 0 ? { share: best.share, error: best.errors.share } : null,
    },
    table: html`<table><caption>${title}</caption><thead><tr><th scope="col" class="number">Threshold</th><th scope="col" class="number">By itself</th><th scope="col" class="number">Wrong</th><th scope="col" class="number">Interval</th><th scope="col" class="number">Cost</th></tr></thead><tbody>${drawn.map(
      ({ threshold, share, errors, cost }) =>
        html`<tr><th scope="row" class="number">${threshold?.toFixed(2) ?? '–'}</th><td class="number">${formatShare(share)}</td><td class="number">${formatShare(errors.share)}</td><td class="number">${formatShare(errors.lower)} – ${formatShare(errors.upper)}</td><td class="number">${formatRatio(cost)}</td></tr>`,
    )}</tbody></table>`,
  });
}

function relabel({ share, lower, upper }: CurvePointView['errors']) {
  return { error: share, lower, upper };
}
