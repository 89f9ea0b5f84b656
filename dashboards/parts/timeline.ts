import { channelNames, formatRatio, formatScore } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Timeline } from '../views/shared.ts';
import type { ChangeRow } from '../views/trends.ts';
import { countLink } from './count.ts';
import { figure } from './figure.ts';

const stepNames = { day: 'Day', week: 'Week', month: 'Month' };

/** Volume by channel and mean sentiment through time. */
export function timelineFigure(timeline: Timeline, title: string, changes: readonly ChangeRow[] = []): Html {
  const { step, channels, points } = timeline;
  return figure({
    name: 'timeline',
    kind: 'timeline',
    title,
    says: `Bars count texts by channel for each ${step}; the line below is their mean satisfaction from −1 to 1.${changes.length > 0 ? ' Upright lines mark where the level changed.' : ''}`,
    data: {
      channels: channels.map((channel) => ({ key: channel, name: channelNames[channel] })),
      points: points.map(({ label, mean, channels: counts }) => ({ label, mean, counts })),
      changes: changes.flatMap(({ day, ratio }) => {
        const at = points.findIndex(({ from, to }) => day >= from && day <= to);
        return at < 0 ? [] : [{ at, says: ratio === null ? 'new' : `× ${formatRatio(ratio)}` }];
      }),
    },
    table: html`<table><caption>${title}</caption><thead><tr><th scope="col">${stepNames[step]}</th>${channels.map(
      (channel) => html`<th scope="col" class="number">${channelNames[channel]}</th>`,
    )}<th scope="col" class="number">Texts</th><th scope="col" class="number">Satisfaction</th></tr></thead><tbody>${points.map(
      (point) =>
        html`<tr><th scope="row">${point.label}</th>${channels.map((channel) => {
          const count = point.channels[channel];
          return html`<td class="number">${count && countLink(count, `${channelNames[channel]}, ${point.label}`)}</td>`;
        })}<td class="number">${countLink(point.texts, `texts, ${point.label}`)}</td><td class="number">${point.mean === null ? '–' : formatScore(point.mean)}</td></tr>`,
    )}</tbody></table>`,
  });
}
