import { type Html, html } from '../html.ts';

const width = 96;
const height = 22;

/** A small line of shares from 0 to 1 through time, all on one scale; a gap where there is none. */
export function shareLine(shares: readonly (number | null)[]): Html {
  if (shares.length < 2) return html``;
  const step = width / (shares.length - 1);
  const dots = shares.flatMap((share, at) =>
    share === null ? [] : [`${(at * step).toFixed(1)},${(height - 2 - share * (height - 4)).toFixed(1)}`],
  );
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true"><polyline points="${dots.join(' ')}"/></svg>`;
}
