import { channelName, formatBytes, formatCounted, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { moment } from '../parts/passage.ts';
import type { Failures } from '../views/upkeep.ts';

/** What could not be read, with the reasons; nothing of it is lost. */
export function failuresPage(view: Failures, frame: Frame): Html {
  return layout({
    title: 'Kept aside',
    section: 'failures',
    frame,
    body: html`<div class="heading"><h1>Kept aside: <span data-found="${view.found}">${formatCounted(view.found, 'text')}</span></h1>${view.found > 0 && html`<form method="post" action="/failures/replay"><input type="hidden" name="id" value="all"><button class="primary">Read all again</button></form>`}</div>
<p class="lead">What could not be read is kept with its bytes. When the cause is mended, read it again.</p>
${view.replayed !== null && html`<p class="notice" role="status">${view.replayed === 0 ? 'Nothing was left to be read again.' : `${formatCounted(view.replayed, 'text')} will be read again. What fails once more comes back here.`}</p>`}
${view.failures.length === 0 ? html`<p class="notice">Nothing is kept aside.</p>` : table(view)}
${view.next && html`<nav class="pager" aria-label="Pages of texts kept aside"><a href="${view.next}" rel="next">More →</a></nav>`}`,
  });
}

function table({ failures }: Failures): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="Texts kept aside"><table class="failures"><caption>Texts kept aside, the latest first</caption><thead><tr><th scope="col">Source</th><th scope="col">Reason</th><th scope="col">Channel</th><th scope="col">When (UTC)</th><th scope="col" class="number">Size</th><th scope="col"><span class="unseen">What to do</span></th></tr></thead><tbody>${failures.map(
    ({ id, source, reason, channel, failedAt, size, download }) =>
      html`<tr data-failure="${id}"><th scope="row" class="source">${source}</th><td>${reason}</td><td>${channelName[channel]}</td><td class="nowrap">${moment(failedAt, formatMoment(failedAt))}</td><td class="number">${formatBytes(size)}</td><td class="nowrap"><form method="post" action="/failures/replay"><input type="hidden" name="id" value="${id}"><button aria-label="Read ${source} again">Read again</button></form> <a href="${download}" download aria-label="Download ${source}">Download</a></td></tr>`,
  )}</tbody></table></div>`;
}
