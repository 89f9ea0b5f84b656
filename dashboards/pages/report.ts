import { formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { reportBody } from '../parts/report/body.ts';
import type { Report, ReportPage } from '../views/report.ts';

/** The morning report of a day. */
export function reportPage({ day, report }: ReportPage, frame: Frame): Html {
  return layout({
    title: report ? `Report ${formatDay(report.day)}` : 'Report',
    section: 'report',
    frame,
    body: report ? content(report) : noNight(day),
  });
}

function content(report: Report): Html {
  const { day, previous, next } = report;
  return html`<div class="heading"><h1>Report: ${formatDay(day)}</h1><nav class="pager" aria-label="Other days">${previous && html`<a href="${previous.href}" rel="prev">← ${formatDay(previous.day)}</a>`}${next && html`<a href="${next.href}" rel="next">${formatDay(next.day)} →</a>`}</nav></div>
${reportBody(report)}
<section class="card"><h2>Take it along</h2><ul class="actions-list">
<li><a href="/report/${day}/file" download>HTML file</a> that needs nothing else</li>
<li><a href="/api/report?day=${day}">JSON</a> and <a href="/api/report.csv?day=${day}" download>CSV</a> for other programs</li>
<li><a href="/subscribers">By mail, every morning</a></li>
</ul></section>`;
}

function noNight(day: string | null): Html {
  return html`<div class="heading"><h1>Report</h1></div><section class="card empty"><h2>${day === null ? 'No night has run yet' : `No night was run for ${formatDay(day)}`}</h2>
<p>Each night looks at the texts of the last days and tells here what moved, what is new and what changed since the night before.</p>
<p>Run one now with the button on the page <a href="/runs">Runs</a>, or with <code>npx earshot nightly${day !== null && ` --day ${day}`}</code> in a terminal.</p>
${day !== null && html`<p><a href="/report">The latest report</a></p>`}</section>`;
}
