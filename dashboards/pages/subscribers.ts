import { formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { Subscribers } from '../views/subscribers.ts';

/** Who gets the morning report by mail. */
export function subscribersPage(view: Subscribers, frame: Frame): Html {
  const { canSend, mayChange, own, subscribers } = view;
  const isIn = own !== null && subscribers.some(({ email }) => email === own);
  return layout({
    title: 'Report by mail',
    section: 'report',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/report">Report</a></nav>
<div class="heading"><h1>Report by mail</h1></div>
<p class="lead">Each address gets the report of each night once, in words and as HTML, with a way to unsubscribe.</p>
${!canSend && html`<p class="notice">No mail leaves yet: set <code>EARSHOT_SMTP_URL</code> and <code>EARSHOT_MAIL_FROM</code>, and start again.</p>`}
${own !== null && html`<section class="card"><h2>You</h2><form class="action" method="post" action="/subscribers/${isIn ? 'remove' : 'add'}"><input type="hidden" name="email" value="${own}"><p>${isIn ? html`The report goes to <strong>${own}</strong>.` : html`The report does not go to <strong>${own}</strong>.`}</p><button class="primary">${isIn ? 'Unsubscribe' : 'Subscribe'}</button></form></section>`}
<section class="card"><h2>Subscribers</h2>${subscribers.length === 0 ? html`<p class="hint">Nobody yet. ${mayChange ? 'Add the first address below.' : 'An operator adds addresses.'}</p>` : table(view)}
${mayChange && html`<form class="action" method="post" action="/subscribers/add"><label>Email <input type="email" name="email" required maxlength="254" autocomplete="off"></label><button class="primary">Add</button></form>`}</section>`,
  });
}

function table({ subscribers, mayChange }: Subscribers): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Subscribers"><table><caption>Subscribers</caption><thead><tr><th scope="col">Email</th><th scope="col">Since</th><th scope="col">Last report</th>${mayChange && html`<th scope="col"><span class="unseen">What to do</span></th>`}</tr></thead><tbody>${subscribers.map(
    ({ email, addedAt, lastDay }) =>
      html`<tr><th scope="row">${email}</th><td>${formatDay(addedAt.slice(0, 10))}</td><td>${lastDay === null ? 'none yet' : formatDay(lastDay)}</td>${mayChange && html`<td><form method="post" action="/subscribers/remove"><input type="hidden" name="email" value="${email}"><button aria-label="Remove ${email}">Remove</button></form></td>`}</tr>`,
  )}</tbody></table></div>`;
}

/** Asks once before it unsubscribes: programs that look through mails follow links. @param email null where it is done, or never was. */
export function unsubscribePage(email: string | null, token: string): Html {
  return layout({
    title: 'Unsubscribe',
    section: null,
    frame: null,
    body: html`<section class="card empty"><h1>${email === null ? 'Unsubscribed' : 'Unsubscribe'}</h1>${
      email === null
        ? html`<p>No report goes to this address any more.</p>`
        : html`<p>The morning report goes to <strong>${email}</strong>.</p><form method="post" action="/unsubscribe?token=${token}"><button class="primary">Send it no more</button></form>`
    }</section>`,
  });
}
