import { channelName, formatDay, formatMoment, formatShare, priorityNames, stateNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { actorName } from '../parts/actor.ts';
import { moodSign } from '../parts/mood.ts';
import { moment } from '../parts/passage.ts';
import { reader } from '../parts/reader.ts';
import type { CaseView } from '../views/departments.ts';

const eventNames: Record<string, string> = {
  opened: 'Opened',
  accepted: 'Accepted',
  closed: 'Closed',
  reopened: 'Opened again',
  reassigned: 'Given to another department',
};

/** One case: why it is where it is, what happened to it, and what can be done. */
export function casePage(view: CaseView, frame: Frame): Html {
  const { case: found } = view;
  return layout({
    title: `Case ${found.id}`,
    section: 'departments',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/departments">Departments</a> › <a href="/departments/${encodeURIComponent(found.team)}">${found.teamName}</a></nav>
<div class="heading"><h1>${view.title}</h1></div>
<p class="lead"><span class="badge priority-${found.priority}">${priorityNames[found.priority]}</span> <span class="badge state-${found.state}">${stateNames[found.state]}</span> <span class="${found.overdue ? 'due late' : 'due'}">${found.overdue ? 'Was due' : 'Due'} ${moment(found.dueAt, formatMoment(found.dueAt))} UTC</span> · Case ${found.id} · ${channelName[view.channel]} of ${moment(view.receivedAt, formatDay(view.receivedAt.slice(0, 10)))} ${moodSign(view.grade)}</p>
<div class="columns wide-left">
<div>
<section class="card"><h2>What it says</h2><div class="reader">${reader(view.turns, view.understood, (text, categories) => (categories.length > 0 ? html`<mark>${text}</mark>` : html`${text}`))}</div><p class="more"><a href="${view.textHref}">The text with all its evidence</a></p></section>
</div>
<div>
<section class="card"><h2>Why it is here</h2>
<dl class="facts"><div><dt>Department</dt><dd>${found.teamName}</dd></div><div><dt>By rule</dt><dd>${found.by}</dd></div>${found.because !== found.by && html`<div><dt>Because</dt><dd>${found.because}</dd></div>`}${found.score < 1 && html`<div><dt>Certainty</dt><dd>${formatShare(found.score)}</dd></div>`}</dl>
${view.evidence.length > 0 && html`<h3>The sentences that made it so</h3><ul class="quotes">${view.evidence.map((sentence) => html`<li><blockquote>${sentence}</blockquote></li>`)}</ul>`}
</section>
<section class="card"><h2>What to do</h2>${actions(view)}</section>
<section class="card"><h2>What happened</h2>${history(view)}</section>
</div>
</div>`,
  });
}

function actions({ case: found, actions: possible, teams }: CaseView): Html {
  const form = (action: string, fields: Html) =>
    html`<form class="action" method="post" action="${found.href}/${action}">${fields}</form>`;
  const note = html`<label>Note <input type="text" name="note" maxlength="500" autocomplete="off"></label>`;
  return html`${possible.includes('accept') && form('accept', html`<button class="primary">Accept</button>`)}
${possible.includes('close') && form('close', html`${note}<button>Close</button>`)}
${
  possible.includes('reassign') &&
  form(
    'reassign',
    html`<label>Department <select name="team" required><option value="">Choose</option>${teams.map(({ team, name }) => html`<option value="${team}">${name}</option>`)}</select></label>${note}<button>Reassign</button>`,
  )
}
${possible.includes('reopen') && form('reopen', html`${note}<button>Open again</button>`)}`;
}

function history({ events, case: found }: CaseView): Html {
  const shown = events.some(({ event }) => event === 'opened')
    ? events
    : [{ at: found.openedAt, actor: 'Earshot', event: 'opened', note: '' }, ...events];
  return html`<ol class="history">${shown.map(
    ({ at, actor, event, note }) =>
      html`<li><p><strong>${eventNames[event] ?? event}</strong> ${moment(at, formatMoment(at))} <span class="detail">by ${actorName(actor)}</span></p>${note && html`<p class="detail">${note}</p>`}</li>`,
  )}</ol>`;
}
