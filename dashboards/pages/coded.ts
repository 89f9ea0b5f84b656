import { formatCounted, windowWords } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { codedTable } from '../parts/coded-table.ts';
import { countLink } from '../parts/count.ts';
import type { Coded } from '../views/coded.ts';

/** Which categories go with which age, region, segment and other coded data. */
export function codedPage(view: Coded, frame: Frame): Html {
  return layout({
    title: 'Relations with coded data',
    section: 'relations',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/relations">Relations</a></nav>
<div class="heading"><h1>Relations with coded data</h1>${view.run && choiceForm(view)}</div>
${view.run ? content(view, view.run) : html`<section class="card empty"><h2>No night has run yet</h2><p>Run <code>npx earshot nightly</code> in a terminal, or press “Mine now” on the page of relations.</p></section>`}`,
  });
}

function content(view: Coded, run: NonNullable<Coded['run']>): Html {
  return html`<p class="lead">Which categories go with which age, region, segment, channel and other coded data, more or less than chance would have it. From ${countLink(run.texts, 'texts of the night')} texts${windowWords(run)}; each field is looked at within the texts that have it.</p>
${
  view.found === 0
    ? html`<p class="notice">Nothing fits. Coded data comes with surveys: every column that is neither text, customer nor date.</p>`
    : html`<section class="card"><h2>${formatCounted(view.found, 'pair')}</h2>${codedTable(view.rows)}${pager(view)}</section>`
}
${
  view.skipped.length > 0 &&
  html`<section class="card"><h2>Left out</h2><dl class="facts">${view.skipped.map(({ field, reason }) => html`<div><dt>${field}</dt><dd>${reason}</dd></div>`)}</dl></section>`
}`;
}

function choiceForm({ field, fields, category, categories }: Coded): Html {
  return html`<form class="period" method="get" action="/relations/coded" aria-label="Choose pairs">
<label>Field <select name="field"><option value="">All fields</option>${fields.map(
    (option) => html`<option value="${option}"${option === field && html` selected`}>${option}</option>`,
  )}</select></label>
<label>Category <select name="category"><option value="">All categories</option>${categories.map(
    ({ id, fullName }) => html`<option value="${id}"${id === category && html` selected`}>${fullName}</option>`,
  )}</select></label>
<button>Show</button>
${(field !== null || category !== null) && html`<a href="/relations/coded">Show all</a>`}
</form>`;
}

function pager({ page, pages, base }: Coded): Html | false {
  const href = (to: number) => `${base}page=${to}#table`;
  return (
    pages > 1 &&
    html`<nav class="pager" aria-label="Pages of pairs">${page > 1 && html`<a href="${href(page - 1)}" rel="prev">← Before</a>`}<span>Page ${page} of ${pages}</span>${page < pages && html`<a href="${href(page + 1)}" rel="next">Next →</a>`}</nav>`
  );
}
