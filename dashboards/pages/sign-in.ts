import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';

/** What whoever is not signed in sees. @param problem why a link or a password did not work; null where none was tried. */
export function signInPage(problem: string | null): Html {
  return layout({
    title: 'Sign in',
    section: null,
    frame: null,
    body: html`<section class="card empty"><h1>Sign in</h1>
${problem !== null && html`<p class="notice" role="alert">${problem}</p>`}
<form class="stacked" method="post" action="/sign-in">
<label>Email <input type="email" name="email" required maxlength="254" autocomplete="username"></label>
<label>Password <input type="password" name="password" required maxlength="200" autocomplete="current-password"></label>
<button class="primary">Sign in</button></form>
<p class="detail">Whoever runs Earshot also signs in by a link from the terminal, good once: <code>npx earshot sign-in</code> prints one. People are added under “People”, or by <code>npx earshot users add</code>.</p></section>`,
  });
}
