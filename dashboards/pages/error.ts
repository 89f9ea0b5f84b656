import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';

/** What went wrong and what to do next. @param reference finds the error in the log; null where the log says nothing of it. */
export function errorPage(
  { title, message, reference }: { title: string; message: string; reference: string | null },
  frame: Frame | null,
): Html {
  return layout({
    title,
    section: null,
    frame,
    body: html`<section class="card empty"><h1>${title}</h1><p>${message}</p>${reference !== null && html`<p class="detail">The log says more under <code>${reference}</code>.</p>`}<p><a href="/">Go to the overview</a></p></section>`,
  });
}
