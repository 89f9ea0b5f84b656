import { userRoles } from '../../src/people/user.ts';
import { formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { UserRow, Users } from '../views/people.ts';

export const roleWords = {
  analyst: 'Analyst: reads texts and reports, works the cases of their departments',
  lead: 'Lead: cases and results of their departments',
  manager: 'Manager: texts, and every department',
  operator: 'Operator: everything, people and settings too',
};

/** Who may sign in, and what they may do. */
export function usersPage({ users, invited }: Users, frame: Frame): Html {
  return layout({
    title: 'People',
    section: 'people',
    frame,
    body: html`<div class="heading"><h1>People</h1><p><a href="/audit">Who did what</a></p></div>
<p class="lead">Each person signs in with an email and a password, and may do what their role allows. Which department somebody works in stands with the department.</p>
${invited && html`<div class="notice" role="status"><p>Give ${invited.name} this link. It is good once, for three days, and is not shown again.</p><p><code class="link">${invited.link}</code></p></div>`}
${users.length === 0 ? html`<p class="notice">Nobody is here yet but you, by the link of the terminal. Add the first person below.</p>` : table(users)}
<section class="card"><h2>Add a person</h2><form class="action" method="post" action="/users">
<label>Name <input name="name" required maxlength="100" autocomplete="off"></label>
<label>Email <input type="email" name="email" required maxlength="254" autocomplete="off"></label>
<label>Role <select name="role">${roleOptions('analyst')}</select></label>
<button class="primary">Add, and make a link</button></form></section>`,
  });
}

function roleOptions(chosen: string): Html {
  return html`${userRoles.map((role) => html`<option value="${role}"${role === chosen && html` selected`}>${roleWords[role]}</option>`)}`;
}

function table(users: readonly UserRow[]): Html {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="People"><table class="people"><caption class="unseen">People</caption><thead><tr><th scope="col">Name</th><th scope="col">Email</th><th scope="col">Departments</th><th scope="col">Here</th><th scope="col">Role</th><th scope="col"><span class="unseen">What to do</span></th></tr></thead><tbody>${users.map(row)}</tbody></table></div>`;
}

function row({ id, name, email, role, teams, hasPassword, createdAt, disabledAt }: UserRow): Html {
  const post = (action: string, label: string) =>
    html`<form method="post" action="/users/${id}/${action}"><button aria-label="${label}: ${name}">${label}</button></form>`;
  const state = disabledAt
    ? `Switched off on ${formatDay(disabledAt.slice(0, 10))}`
    : hasPassword
      ? `Since ${formatDay(createdAt.slice(0, 10))}`
      : 'Invited, no password yet';
  return html`<tr data-user="${id}"><th scope="row">${name}</th><td>${email}</td><td>${teams.join(', ') || '–'}</td><td>${state}</td>
<td><form class="inline" method="post" action="/users/${id}/role"><select name="role" aria-label="Role of ${name}">${userRoles.map((each) => html`<option value="${each}"${each === role && html` selected`}>${each}</option>`)}</select><button aria-label="Set the role of ${name}">Set</button></form></td>
<td class="inline">${disabledAt ? post('enable', 'Switch on') : html`${post('invite', 'New link')}${post('disable', 'Switch off')}`}</td></tr>`;
}
