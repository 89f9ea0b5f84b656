import {
  formatCount,
  formatDay,
  formatExpected,
  formatIndicator,
  formatMoment,
  formatProbability,
  formatRatio,
  formatScore,
  windowWords,
} from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Report } from '../views/report.ts';

/** Names for what the report knows by id only. */
export interface ReportNames {
  category(id: string): string;
  team(id: string): string;
}

/** The morning report as one file that needs nothing else: no script, no style sheet, no address. */
export function reportFile(report: Report, { category, team }: ReportNames): Html {
  const { day, volume, movers, newRelations, lostRelations, overdue, before, changed } = report;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${formatDay(day)} · Earshot</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#17212b;background:#fff}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-top:1px solid #d9e0e6}thead th{border:0;color:#55626f;font-weight:500}.n{text-align:right;font-variant-numeric:tabular-nums}small,.note{color:#55626f}code{font-size:.8rem}</style></head>
<body>
<h1>Morning report: ${formatDay(day)}</h1>
<p>${formatCount(volume.day)} texts on the day, ${formatCount(volume.week)} in the week up to it, ${formatCount(volume.weekBefore)} in the week before. The findings rest on ${formatCount(report.documents)} texts${windowWords(report)}.</p>
<h2>What moved</h2>${movers.length === 0 ? html`<p class="note">Nothing moved beyond chance.</p>` : moverTable(movers, category)}
<h2>New relations</h2>${before === null ? html`<p class="note">There is no night before to compare with.</p>` : relationTable(newRelations, category, `None since ${formatDay(before)}.`)}
<h2>Relations no longer found</h2>${relationTable(lostRelations, category, 'None.')}
<h2>Cases overdue</h2>${overdue.length === 0 ? html`<p class="note">None.</p>` : html`<table><thead><tr><th>Department</th><th class="n">Cases</th></tr></thead><tbody>${overdue.map((row) => html`<tr><td>${team(row.team)}</td><td class="n">${formatCount(row.cases)}</td></tr>`)}</tbody></table>`}
<p class="note">As of ${formatMoment(report.asOf)} UTC.</p>
<h2>Made with</h2>
${changed.length > 0 && html`<p><strong>Not as the night before:</strong> ${changed.join(', ')}. Differences may be due to that.</p>`}
<p><small>${[...Object.entries(report.manifest), ...Object.entries(report.versions)].map(([name, version]) => html`${name} <code>${version.slice(0, 12)}</code> `)}</small></p>
</body>
</html>
`;
}

function moverTable(movers: Report['movers'], category: ReportNames['category']): Html {
  return html`<table><thead><tr><th>Topic</th><th>In</th><th class="n">Texts</th><th class="n">Expected</th><th class="n">Indicator</th><th class="n">q</th></tr></thead><tbody>${movers.map(
    (row) =>
      html`<tr><td>${row.indicator > 0 ? '▲' : '▼'} ${category(row.category)}</td><td>${row.days === 1 ? 'the day' : 'the week'}</td><td class="n">${formatCount(row.observed)}</td><td class="n">${formatExpected(row.expected)}</td><td class="n">${formatIndicator(row.indicator)}</td><td class="n">${formatProbability(row.q)}</td></tr>`,
  )}</tbody></table>`;
}

function relationTable(rows: Report['newRelations'], category: ReportNames['category'], none: string): Html {
  if (rows.length === 0) return html`<p class="note">${none}</p>`;
  return html`<table><thead><tr><th>Topics</th><th class="n">Texts</th><th class="n">By chance</th><th class="n">At least</th><th class="n">Satisfaction</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><td>${category(row.antecedent)} with ${category(row.consequent)}</td><td class="n">${formatCount(row.observed)}</td><td class="n">${formatExpected(row.expected)}</td><td class="n">${formatRatio(row.lower)}×</td><td class="n">${formatScore(row.sentiment)}</td></tr>`,
  )}</tbody></table>`;
}
