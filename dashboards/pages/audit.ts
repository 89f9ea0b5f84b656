import { formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { actorName } from '../parts/actor.ts';
import { moment } from '../parts/passage.ts';
import type { Audit, AuditRow } from '../views/people.ts';

/** Who did what to what, and when. */
export function auditPage(view: Audit, frame: Frame): Html {
  return layout({
    title: 'Who did what',
    section: 'people',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/users">People</a></nav>
<div class="heading"><h1>Who did what</h1></div>
<p class="lead">Sign-ins, looks at hidden personal data, and changes to people, departments and settings. What happened to a case stands with the case.</p>
${form(view.form)}
${view.events.length === 0 ? html`<p class="notice">Nothing fits. <a href="/audit">Show everything</a></p>` : table(view.events)}
${view.next && html`<nav class="pager" aria-label="Pages of the trail"><a href="${view.next}" rel="next">Earlier →</a></nav>`}`,
  });
}

function form({ action, person, subject, from, to, actions, people }: Audit['form']): Html {
  return html`<form class="period card" method="get" action="/audit" aria-label="Keep to some of it">
<label>Person <select name="person"><option value="">Everybody</option>${people.map(({ id, name }) => html`<option value="${id}"${id === person && html` selected`}>${name}</option>`)}</select></label>
<label>What <select name="action"><option value="">Everything</option>${actions.map((each) => html`<option${each === action && html` selected`}>${each}</option>`)}</select></label>
<label>Of what <input name="subject" value="${subject}" placeholder="text 17" autocomplete="off"></label>
<label>From <input type="date" name="from" value="${from}"></label>
<label>To <input type="date" name="to" value="${to}"></label>
<button>Show</button></form>`;
}

function table(events: readonly AuditRow[]): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="Who did what"><table><caption class="unseen">Who did what, the latest first</caption><thead><tr><th scope="col">When (UTC)</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Of what</th><th scope="col">More</th></tr></thead><tbody>${events.map(
    ({ at, actor, action, subject, detail }) =>
      html`<tr><td>${moment(at, formatMoment(at))}</td><td>${actorName(actor)}</td><td>${action}</td><td>${subjectLink(subject)}</td><td class="detail">${describe(detail)}</td></tr>`,
  )}</tbody></table></div>`;
}

function subjectLink(subject: string): Html {
  const [, kind, id] = /^(text|case) (\d+)$/.exec(subject) ?? [];
  return kind && id ? html`<a href="/${kind}s/${id}">${subject}</a>` : html`${subject}`;
}

function describe(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ');
}
