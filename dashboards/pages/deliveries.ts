import { formatCount, formatCounted, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { moment } from '../parts/passage.ts';
import type { Deliveries } from '../views/deliveries.ts';

export const deliveryStateNames: Record<string, string> = {
  waiting: 'Waiting',
  failed: 'To be tried again',
  sent: 'Sent',
  dead: 'Given up',
  dropped: 'Not to be sent',
};

/** What leaves the house: how each destination is, and what has not arrived. */
export function deliveriesPage(view: Deliveries, frame: Frame): Html {
  const isOff = view.destinations.every(({ on }) => !on);
  return layout({
    title: 'Deliveries',
    section: 'deliveries',
    frame,
    body: html`<div class="heading"><h1>Deliveries</h1>${view.deliveries.length > 0 && html`<form method="post" action="/deliveries/replay"><input type="hidden" name="id" value="all"><button class="primary">Send all again</button></form>`}</div>
<p class="lead">Cases go out by mail, webhook and help desk. What does not arrive is kept and tried again under the same key, so that nobody gets it twice.</p>
${view.replayed !== null && html`<p class="notice" role="status">${view.replayed === 0 ? 'Nothing was left to be sent again.' : `${formatCounted(view.replayed, 'delivery', 'deliveries')} will be sent again now.`}</p>`}
${isOff && html`<p class="notice">Every destination is off. Turn one on in <code>pipelines/delivery.ts</code> and start again.</p>`}
${destinationTable(view)}
${view.deliveries.length === 0 ? html`<p class="notice">Nothing waits to be delivered.</p>` : deliveryTable(view)}
${view.next && html`<nav class="pager" aria-label="Pages of deliveries"><a href="${view.next}" rel="next">More →</a></nav>`}`,
  });
}

function destinationTable({ destinations }: Deliveries): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="Destinations"><table><caption>Destinations</caption><thead><tr><th scope="col">Destination</th><th scope="col">How it is</th><th scope="col" class="number">Sent</th><th scope="col" class="number">Waiting</th><th scope="col" class="number">To be tried again</th><th scope="col" class="number">Given up</th></tr></thead><tbody>${destinations.map(
    ({ name, on, counts, failures, openUntil, reason, waitingSince }) => {
      const count = (state: string) => html`<td class="number">${formatCount(counts[state] ?? 0)}</td>`;
      const state = !on
        ? html`Off${waitingSince && ', while something waits'}`
        : failures === 0
          ? html`Well`
          : html`<span class="late">${formatCounted(failures, 'failure')} in a row.</span> ${reason}${openUntil && html` Left alone until ${moment(openUntil, formatMoment(openUntil))}.`}`;
      return html`<tr data-destination="${name}"><th scope="row">${name}</th><td>${state}</td>${count('sent')}${count('waiting')}${count('failed')}${count('dead')}</tr>`;
    },
  )}</tbody></table></div>`;
}

function deliveryTable({ deliveries }: Deliveries): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="What has not arrived"><table><caption>What has not arrived, the latest first</caption><thead><tr><th scope="col">Key</th><th scope="col">Case</th><th scope="col">State</th><th scope="col">Why</th><th scope="col" class="number">Attempts</th><th scope="col">Next (UTC)</th><th scope="col"><span class="unseen">What to do</span></th></tr></thead><tbody>${deliveries.map(
    ({ id, key, caseId, caseHref, state, reason, attempts, nextAt }) =>
      html`<tr data-delivery="${id}"><th scope="row" class="source">${key}</th><td><a href="${caseHref}">${caseId}</a></td><td class="nowrap">${deliveryStateNames[state]}</td><td>${reason}</td><td class="number">${attempts}</td><td class="nowrap">${nextAt && moment(nextAt, formatMoment(nextAt))}</td><td>${(state === 'dead' || state === 'failed') && html`<form method="post" action="/deliveries/replay"><input type="hidden" name="id" value="${id}"><button aria-label="Send ${key} again">Send again</button></form>`}</td></tr>`,
  )}</tbody></table></div>`;
}
