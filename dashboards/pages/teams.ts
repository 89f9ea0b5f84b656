import { formatCount } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { TeamSetup, Teams } from '../views/teams.ts';

/** How departments are set up: who works there, when, and how much they bear. */
export function teamsPage({ teams, triage, changed }: Teams, frame: Frame): Html {
  const nameOf = (key: string) => teams.find((team) => team.key === key)?.name ?? key;
  return layout({
    title: 'Teams',
    section: 'teams',
    frame,
    body: html`<div class="heading"><h1>Teams</h1></div>
<p class="lead">Who works in each department, when, and within how many working hours complaints are due. “earshot teams export” writes all of this into a file, “earshot teams import” reads it back.</p>
${changed !== null && html`<p class="notice" role="status">${nameOf(changed)} was changed. New complaints follow it at once; cases that are open keep their due times.</p>`}
<div class="card scroll" tabindex="0" role="region" aria-label="Teams"><table><caption class="unseen">Teams</caption><thead><tr><th scope="col">Team</th><th scope="col">Members</th><th scope="col">Works</th><th scope="col">Due, in working hours</th><th scope="col" class="number">Cases, and most</th><th scope="col">Beyond that</th></tr></thead><tbody>${teams.map((team) => row(team, triage, nameOf))}</tbody></table></div>
<section class="card"><h2>Add a team</h2><form class="action" method="post" action="/teams"><label>Key, as rules name it <input name="team" required maxlength="60" autocomplete="off"></label><label>Name <input name="name" required maxlength="100" autocomplete="off"></label><button class="primary">Add</button></form></section>`,
  });
}

function row(team: TeamSetup, triage: string, nameOf: (key: string) => string): Html {
  const { key, href, name, owns, enabled, time_zone, hours, due, capacity, load, overflow } = team;
  const members = team.members.filter((member) => member.enabled);
  const works = Object.entries(hours).filter(([, stretches]) => stretches !== '');
  return html`<tr data-team="${key}"><th scope="row"><a href="${href}">${name}</a>${key === triage && html` <span class="badge">triage</span>`}${!enabled && html` <span class="badge alarm">switched off</span>`}<p class="detail">${owns}</p></th>
<td>${members.length === 0 ? html`<span class="badge alarm">nobody</span>` : members.map(({ name: person, role }) => `${person}${role === 'lead' ? ' (lead)' : ''}`).join(', ')}</td>
<td>${works.map(([day, stretches]) => html`<span class="hours">${day} ${stretches}</span> `)}<p class="detail">${time_zone}</p></td>
<td>${Object.entries(due).map(([priority, amount]) => html`<span class="hours">${priority} ${amount} h</span> `)}</td>
<td class="number">${formatCount(load)}${capacity !== null && ` of ${formatCount(capacity)}`}${capacity !== null && load >= capacity && html` <span class="badge alarm">at capacity</span>`}</td>
<td>${overflow === null ? 'Comes all the same' : `Goes to ${nameOf(overflow)}`}</td></tr>`;
}
