import { priorities } from '../../src/types.ts';
import { channelName, formatCounted, formatDay, formatMoment, priorityNames, stateNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { conditionList } from '../parts/condition-list.ts';
import { countLink } from '../parts/count.ts';
import { moodSign } from '../parts/mood.ts';
import { moment, passage } from '../parts/passage.ts';
import type { Department, ListedCase } from '../views/departments.ts';

/** The cases of one department, the soonest due first. */
export function departmentPage(view: Department, frame: Frame): Html {
  const { row } = view;
  return layout({
    title: view.name,
    section: 'departments',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/departments">Departments</a></nav>
<div class="heading"><h1>${view.name}</h1></div>
<p class="lead">${view.owns}</p>
<ul class="tiles small">
${tile('Open', countLink(row.open, 'open'))}${tile('Accepted', countLink(row.accepted, 'accepted'))}${tile('Answered', countLink(row.answered, 'answered'))}${tile('Overdue', countLink(row.overdue, 'overdue'), true)}${tile('Closed', countLink(row.closed, 'closed'))}
<li class="tile"><h2>Not closed, by priority</h2><p class="detail">${priorities.map((priority) => {
      const count = row.priorities[priority];
      return html`<span>${priorityNames[priority]} ${count && countLink(count, priorityNames[priority])}</span> `;
    })}</p></li>
</ul>
<section class="card">
<h2><span data-found="${view.found}">${formatCounted(view.found, 'case')}</span>${view.conditions.length === 0 && ' not closed'}, the soonest due first</h2>
${conditionList(view.conditions)}
${view.cases.length === 0 ? html`<p class="hint">No case fits. ${view.conditions.length > 0 ? html`<a href="${row.href}">Show what is not closed</a>` : 'Nothing waits here.'}</p>` : html`<ul class="cases">${view.cases.map(listedCase)}</ul>`}
${view.next && html`<nav class="pager" aria-label="Pages of cases"><a href="${view.next}" rel="next">More cases →</a></nav>`}
</section>`,
  });
}

function tile(name: string, figure: Html, late = false): Html {
  return html`<li class="tile${late && ' late'}"><h2>${name}</h2><p class="figure">${figure}</p></li>`;
}

function listedCase({ case: found, title, channel, receivedAt, customer, grade, evidence }: ListedCase): Html {
  return html`<li data-case="${found.id}"><h3>${moodSign(grade)} <a href="${found.href}">${title}</a></h3>
<p class="evidence">${passage(evidence)}</p>
<p class="detail"><span class="badge priority-${found.priority}">${priorityNames[found.priority]}</span> <span class="badge state-${found.state}">${stateNames[found.state]}</span> <span class="${found.overdue ? 'due late' : 'due'}">${found.overdue ? 'Was due' : 'Due'} ${moment(found.dueAt, formatMoment(found.dueAt))}</span> <span>${channelName[channel]} of ${moment(receivedAt, formatDay(receivedAt.slice(0, 10)))}${customer !== null && !title.includes(customer) && html`, customer ${customer}`}</span> <span class="because">${found.by}</span></p></li>`;
}
