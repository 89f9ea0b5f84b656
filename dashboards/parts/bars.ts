import { formatCount, formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Count } from '../views/shared.ts';

const width = 28;
const height = 90;

/** Texts a day as bars, without any script: each opens its texts. @param marked the days from this place on stand out. */
export function dayBars(days: readonly { day: string; texts: Count }[], marked: number): Html {
  const most = Math.max(...days.map(({ texts }) => texts.count), 1);
  const first = days[0];
  const last = days.at(-1);
  return html`<figure class="picture"><svg class="day-bars" viewBox="0 0 ${days.length * width} ${height + 2}" preserveAspectRatio="none" role="group" aria-label="Texts a day">${days.map(
    ({ day, texts }, at) => {
      const tall = Math.round((texts.count / most) * height);
      return html`<a href="${texts.href}" aria-label="${formatDay(day)}: ${formatCount(texts.count)}"><title>${formatDay(day)}: ${formatCount(texts.count)}</title><rect class="ground" x="${at * width}" width="${width}" height="${height + 2}"/><rect class="${at >= marked ? 'bar-now' : 'bar-then'}" x="${at * width + 3}" y="${height - tall + 2}" width="${width - 6}" height="${tall}"/></a>`;
    },
  )}</svg>
<figcaption class="axis"><span>${first && formatDay(first.day)}</span><span>most a day: ${formatCount(most)}</span><span>${last && formatDay(last.day)}</span></figcaption></figure>`;
}
