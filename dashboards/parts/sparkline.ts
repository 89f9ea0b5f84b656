import { type Html, html } from '../html.ts';

const width = 96;
const height = 22;

/** A small line of counts through time. Every trend has its own scale: it shows shape, not size. */
export function sparkline(counts: readonly number[]): Html {
  const most = Math.max(...counts, 1);
  if (counts.length < 2) return html``;
  const step = width / (counts.length - 1);
  const y = (count: number) => (height - 2 - (count / most) * (height - 4)).toFixed(1);
  const points = counts.map((count, at) => `${(at * step).toFixed(1)},${y(count)}`);
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><polygon points="0,${height} ${points.join(' ')} ${width},${height}"/><polyline points="${points.join(' ')}"/></svg>`;
}
