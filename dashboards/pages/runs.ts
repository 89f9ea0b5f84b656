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
    : html`<div class="card scroll" tabindex="0" role="region" aria-label="Mining runs"><table><caption>Mining runs, the newest first</caption><thead><tr><th scope="col">Run</th><th scope="col">For the day</th><th scope="col">Started (UTC)</th><th scope="col">Took</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Relations</th><th scope="col">Made with</th></tr></thead><tbody>${runs.map(
        (run) =>
          html`<tr><th scope="row">${run.id}</th><td class="nowrap">${run.day === null ? 'all' : formatDay(run.day)}</td><td class="nowrap">${moment(run.startedAt, formatMoment(run.startedAt))}</td><td>${run.endedAt === null ? 'not ended' : seconds(run.startedAt, run.endedAt)}</td><td class="number">${countLink(run.texts, 'texts')}</td><td class="number">${formatCount(run.relations)}</td><td class="detail">${[...Object.entries(run.manifest), ...Object.entries(run.versions)].map(([name, version]) => html`<span title="${version}">${name} <code>${version.slice(0, 8)}</code></span> `)}</td></tr>`,
      )}</tbody></table></div>`
}`,
  });
}

function seconds(from: string, to: string): string {
  return `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}
