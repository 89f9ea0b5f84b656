import { channelName, formatDay, formatMoment, formatShare, priorityNames, stateNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { actorName } from '../parts/actor.ts';
import { caseActionForms, caseEditForms, caseTextList } from '../parts/case-actions.ts';
import { moodSign } from '../parts/mood.ts';
import { moment } from '../parts/passage.ts';
import { reader } from '../parts/reader.ts';
import type { CaseView } from '../views/departments.ts';
import { deliveryStateNames } from './deliveries.ts';

const eventNames: Record<string, string> = {
  opened: 'Opened',
  accepted: 'Accepted',
  closed: 'Closed',
  reopened: 'Opened again',
  reassigned: 'Given to another department',
  answered: 'Answered',
  joined: 'Another complaint joined',
  merged: 'Merged into another case',
  'took in': 'Took in another case',
  split: 'Split',
  owned: 'Owner set',
  due: 'Due time set',
  tagged: 'Tags set',
  noted: 'Note',
  escalated: 'Escalated',
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
<section class="card"><h2>What to do</h2>${view.owner && html`<p>${view.owner} looks after it.</p>`}${view.tags.length > 0 && html`<p>${view.tags.map((tag) => html`<span class="badge">${tag}</span> `)}</p>`}${caseActionForms(view)}${caseEditForms(view)}</section>
${view.texts.length > 1 && html`<section class="card"><h2>Its complaints</h2>${caseTextList(view)}</section>`}
${view.deliveries.length > 0 && html`<section class="card"><h2>Told elsewhere</h2>${told(view)}</section>`}
<section class="card"><h2>What happened</h2>${history(view)}</section>
</div>
</div>`,
  });
}

function told({ deliveries }: CaseView): Html {
  return html`<ul class="case-texts">${deliveries.map(
    ({ destination, happening, state, reason, reference }) =>
      html`<li><p>${destination}, ${eventNames[happening] ?? happening}: ${deliveryStateNames[state]} <span class="detail">${reason ?? reference}</span></p></li>`,
  )}</ul>`;
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
