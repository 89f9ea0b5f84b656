import { formatCount, formatDay, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { countLink } from '../parts/count.ts';
import { moment } from '../parts/passage.ts';
import type { Runs } from '../views/upkeep.ts';

/** Mining runs: when, over how many texts, and what each found. */
export function runsPage({ runs }: Runs, frame: Frame): Html {
  return layout({
    title: 'Runs',
    section: 'runs',
    frame,
    body: html`<div class="heading"><h1>Runs</h1><form method="post" action="/runs"><button class="primary">Mine now</button></form></div>
<p class="lead">Each night looks at the texts of a window of days and writes down what it found. A second run for the same day replaces the first; equal data, settings and code give equal findings, as the hashes show.</p>
${
  runs.length === 0
    ? html`<p class="notice">No run yet. The first one starts when all texts are read; the button starts one now.</p>`
    : html`<div class="card scroll" tabindex="0" role="region" aria-label="Mining runs"><table><caption>Mining runs, the newest first</caption><thead><tr><th scope="col">Run</th><th scope="col">For the day</th><th scope="col">Started (UTC)</th><th scope="col">Took</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Relations</th><th scope="col" class="number" title="Numbers counted a second time">Checked</th><th scope="col" class="wide-only">Made with</th></tr></thead><tbody>${runs.map(
        (run) =>
          html`<tr><th scope="row">${run.id}</th><td class="nowrap">${run.day === null ? 'all' : run.fromDay === null ? html`${formatDay(run.day)} <span class="hint">whole store</span>` : html`<a href="/report/${run.day}">${formatDay(run.day)}</a>`}</td><td class="nowrap">${moment(run.startedAt, formatMoment(run.startedAt))}</td><td${run.endedAt !== null && html` class="nowrap"`}>${took(run)}</td><td class="number">${countLink(run.texts, 'texts')}</td><td class="number">${formatCount(run.relations)}</td><td class="number${run.differing > 0 && ' late'}">${formatCount(run.checked)}${run.differing > 0 && html`, <span class="count">${formatCount(run.differing)} differ</span>`}</td><td class="detail wide-only">${[...Object.entries(run.manifest), ...Object.entries(run.versions)].map(([name, version]) => html`<span title="${version}">${name} <code>${version.slice(0, 8)}</code></span> `)}</td></tr>`,
      )}</tbody></table></div>`
}`,
  });
}

/** How long it took, or how far it is, or why it did not end. */
function took({ startedAt, endedAt, step, stepTexts, failure }: Runs['runs'][number]): Html | string {
  if (endedAt !== null) return seconds(startedAt, endedAt);
  if (failure !== null) return html`<span class="late">${failure}</span>`;
  return html`under way: ${step ?? 'starting'}${stepTexts !== null && `, ${formatCount(stepTexts)} texts`} · <a href="/runs">look again</a>`;
}

function seconds(from: string, to: string): string {
  return `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}
