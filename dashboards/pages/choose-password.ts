import { leastPassword } from '../../src/people/check-user.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { roleWords } from './users.ts';

const fresh = html`<label>New password <input type="password" name="password" required minlength="${leastPassword}" maxlength="200" autocomplete="new-password" aria-describedby="password-rule"></label>
<label>Once more <input type="password" name="again" required maxlength="200" autocomplete="new-password"></label>
<p class="detail" id="password-rule">At least ${leastPassword} characters. Four unrelated words are better than one with signs in it.</p>`;

/** Where a person who was invited chooses a password. */
export function invitationPage(view: { token: string; name: string; email: string; problem: string | null }): Html {
  return layout({
    title: 'Choose a password',
    section: null,
    frame: null,
    body: html`<section class="card empty"><h1>Welcome, ${view.name}</h1>${notice(view.problem)}
<form class="stacked" method="post" action="/invitation"><input type="hidden" name="token" value="${view.token}">
<label>Email <input type="email" value="${view.email}" readonly autocomplete="username"></label>
${fresh}<button class="primary">Choose it and sign in</button></form></section>`,
  });
}

/** One's own account. @param changed whether the password has just been changed. */
export function accountPage(view: { email: string; problem: string | null; changed: boolean }, frame: Frame): Html {
  const { viewer } = frame;
  return layout({
    title: 'Your account',
    section: null,
    frame,
    body: html`<section class="card empty"><h1>${viewer?.name ?? 'Your account'}</h1>
<p>${viewer && roleWords[viewer.role]}.</p>${notice(view.problem)}${view.changed && html`<p class="notice" role="status">The new password holds. Other browsers were signed out.</p>`}
<form class="stacked" method="post" action="/account"><input type="email" value="${view.email}" hidden autocomplete="username">
<label>Password now <input type="password" name="current" required maxlength="200" autocomplete="current-password"></label>
${fresh}<button class="primary">Change the password</button></form></section>`,
  });
}

function notice(problem: string | null): Html | false {
  return problem !== null && html`<p class="notice" role="alert">${problem}</p>`;
}
