import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';

/** What whoever is not signed in sees. @param problem why a link did not work; null where none was tried. */
export function signInPage(problem: string | null): Html {
  return layout({
    title: 'Sign in',
    section: null,
    frame: null,
    body: html`<section class="card empty"><h1>Sign in</h1>
${problem !== null && html`<p class="notice" role="alert">${problem}</p>`}
<p>A link from the terminal signs this browser in. It is good once.</p>
<p>For a new one run <code>npx earshot sign-in</code> where Earshot runs, and open what it prints.</p></section>`,
  });
}
