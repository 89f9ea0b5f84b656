import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { TeamForm } from '../views/teams.ts';

const dayNames: Record<string, string> = {
  ...{
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
};

/** One department, to be changed. What was wrong stands with its field, and what was written is kept. */
export function teamFormPage(view: TeamForm, frame: Frame): Html {
  const { team, problems } = view;
  return layout({
    title: team.name,
    section: 'teams',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/teams">Teams</a></nav>
<div class="heading"><h1>${team.name}</h1></div>
${problems.length > 0 && html`<div class="notice" role="alert"><p>Nothing was changed yet:</p><ul>${problems.map(({ field, message }) => html`<li><strong>${field.replace(/^.*?: /, '')}</strong> ${message}</li>`)}</ul></div>`}
<form class="team-form" method="post" action="${team.href}">
<section class="card"><h2>What it is</h2>
${input(view, 'name', 'Name', team.name, 'required')}
${input(view, 'owns', 'What it owns, in a sentence', team.owns)}
<label>Complaints go to it <select name="enabled">${options(
      [
        ['yes', 'yes'],
        ['no', 'no: they go to triage'],
      ],
      written(view, 'enabled', team.enabled ? 'yes' : 'no'),
    )}</select></label>
${input(view, 'languages', 'Languages it reads, such as en zh; empty for any', team.languages.join(' '))}</section>
<section class="card"><h2>When it works</h2>
${input(view, 'time_zone', 'Time zone, such as Europe/London', team.time_zone)}
<fieldset class="days"><legend>Hours, such as 09:00-12:30 13:00-17:30; empty for a free day</legend>${Object.entries(dayNames).map(([day, name]) => input(view, `hours.${day}`, name, team.hours[day] ?? ''))}</fieldset>
<label>Holidays, such as 2026-12-25 2026-12-26 <textarea name="holidays" rows="3">${written(view, 'holidays', team.holidays.join(' '))}</textarea></label></section>
<section class="card"><h2>How much it bears</h2>
<fieldset class="days"><legend>Working hours from receipt until a complaint is due</legend>${view.priorities.map((priority) => input(view, `due.${priority}`, priority, String(team.due[priority] ?? ''), 'number'))}</fieldset>
${input(view, 'capacity', 'Cases not closed at most; empty for any number', team.capacity === null ? '' : String(team.capacity), 'number')}
<label>What is beyond that <select name="overflow">${options([['none', 'comes all the same'], ...view.others.map(({ key, name }): [string, string] => [key, `goes to ${name}`])], written(view, 'overflow', team.overflow ?? 'none'))}</select></label></section>
<section class="card"><h2>Who works there</h2>
${view.people.length === 0 ? html`<p class="hint">Nobody can be chosen yet: an operator adds people under “People”.</p>` : html`<fieldset class="members"><legend class="unseen">Members</legend>${view.people.map(({ email, name, role, isMember }) => html`<label><input type="checkbox" name="member:${email}"${isMember && html` checked`}> ${name} <span class="detail">${role}, ${email}</span></label>`)}</fieldset>`}
<input type="hidden" name="members" value=""></section>
<p><button class="primary">Save</button> <a href="/teams">Leave it as it was</a></p></form>`,
  });
}

function written({ written: given }: TeamForm, field: string, otherwise: string): string {
  return given[field] ?? otherwise;
}

function input(
  view: TeamForm,
  field: string,
  label: string,
  otherwise: string,
  kind: 'text' | 'required' | 'number' = 'text',
): Html {
  const wrong = view.problems.some((problem) => problem.field.endsWith(`: ${field}`));
  return html`<label>${label} <input name="${field}" value="${written(view, field, otherwise)}" autocomplete="off"${kind === 'required' && html` required`}${kind === 'number' && html` inputmode="decimal"`}${wrong && html` aria-invalid="true"`}></label>`;
}

function options(all: [value: string, name: string][], chosen: string): Html {
  return html`${all.map(([value, name]) => html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`)}`;
}
