import { formatCount, formatScore } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { TeamReport, TeamReportRow } from '../views/team-report.ts';

/** How teams and people did with the cases of some days. */
export function teamReportPage({ from, to, csv, names, rows }: TeamReport, frame: Frame): Html {
  return layout({
    title: 'Team report',
    section: 'team-report',
    frame,
    body: html`<div class="heading"><h1>Team report</h1><p><a href="${csv}" download>CSV</a></p></div>
<p class="lead">Cases opened in these days. Times are medians in the team's working hours, with the bounds between which the true one lies with 95 %. Satisfaction is how the same customers felt up to the complaint and in the 90 days after it. Fewer than 20 cases are marked: chance says more than they do.</p>
<form class="period card" method="get" action="/team-report" aria-label="Keep to days"><label>From <input type="date" name="from" value="${from}"></label><label>To <input type="date" name="to" value="${to}"></label><button>Show</button></form>
${rows.length === 0 ? html`<p class="notice">No case was opened in these days. Choose others, or look at the departments.</p>` : table(rows, names)}`,
  });
}

function table(rows: TeamReport['rows'], names: Record<string, string>): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="Team report"><table><caption class="unseen">Cases by team and person</caption><thead><tr><th scope="col">Team, person</th><th scope="col" class="number">Cases</th><th scope="col" class="number">To accept, h</th><th scope="col" class="number">To answer, h</th><th scope="col" class="number">Overdue</th><th scope="col" class="number">Reopened</th><th scope="col">Satisfaction before → after</th></tr></thead><tbody>${rows.map((row) => line(row, names))}</tbody></table></div>`;
}

function line(
  { team, person, cases, toAccept, toAnswer, overdue, reopened, satisfaction, small }: TeamReportRow,
  names: Record<string, string>,
): Html {
  const name = person
    ? html`<span class="person">– ${person.name}</span>`
    : html`<a href="/departments/${encodeURIComponent(team)}">${names[team] ?? team}</a>`;
  const { customers, before, after, change, lower, upper } = satisfaction;
  const felt =
    before === null || after === null || change === null
      ? '–'
      : html`${formatScore(before)} → ${formatScore(after)} <span class="detail">${formatScore(change)}${lower !== null && upper !== null && ` (${formatScore(lower)} to ${formatScore(upper)})`}, ${formatCount(customers)} heard again</span>`;
  return html`<tr><th scope="row">${name}${small && html` <span class="badge">few</span>`}</th><td class="number">${formatCount(cases)}</td><td class="number">${median(toAccept)}</td><td class="number">${median(toAnswer)}</td><td class="number">${formatCount(overdue)}</td><td class="number">${formatCount(reopened)}</td><td>${felt}</td></tr>`;
}

function median({ median: middle, lower, upper }: TeamReportRow['toAccept']): Html | string {
  if (middle === null) return '–';
  return html`${middle.toFixed(1)}${lower !== null && upper !== null && html` <span class="detail">${lower.toFixed(1)}–${upper.toFixed(1)}</span>`}`;
}
