import { facets } from '../../src/types.ts';
import { facetNames, formatCounted, formatMoment, windowWords } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { apartTable, setTable } from '../parts/coded-table.ts';
import { countLink } from '../parts/count.ts';
import { relationMap } from '../parts/relation-map.ts';
import { relationTableRow } from '../parts/relation-table.ts';
import type { Relations } from '../views/relations.ts';

/** Which categories go together: two pictures and the table behind them. */
export function relationsPage(view: Relations, frame: Frame): Html {
  return layout({
    title: 'Relations',
    section: 'relations',
    frame,
    scripts: 'charts',
    body: html`<div class="heading"><h1>Relations</h1>${view.run && choiceForm(view)}</div>
${view.run ? content(view, view.run) : nothingMined()}`,
  });
}

function content(view: Relations, run: NonNullable<Relations['run']>): Html {
  return html`<p class="lead">Which categories are named in the same texts more often, or less, than chance would have it. Mined from ${countLink(run.texts, 'texts of the run')} texts${windowWords(run)} on ${formatMoment(run.endedAt)} UTC. <a href="/relations/coded">Relations with age, region and other coded data</a></p>
${
  view.found === 0
    ? html`<p class="notice">No relation fits. <a href="/relations">Show all relations</a></p>`
    : html`${view.map.nodes.length > 1 && html`<section class="card"><h2>Map</h2>${relationMap(view.map)}</section>`}
<section class="card"><h2>${formatCounted(view.found, 'relation')}</h2>${table(view)}${pager(view)}${legend()}</section>`
}
${view.sets.length > 0 && html`<section class="card"><h2>Three or more together</h2><p class="hint">Sets that go together beyond what any parting of them in two explains.</p>${setTable(view.sets)}</section>`}
${view.apart.length > 0 && html`<section class="card"><h2>Named apart</h2><p class="hint">Pairs that would meet more often by chance: the upper bound of O/E is below 1.</p>${apartTable(view.apart)}</section>`}`;
}

function choiceForm({ facet, category, categories }: Relations): Html {
  return html`<form class="period" method="get" action="/relations" aria-label="Choose relations">
<label>Facet <select name="facet"><option value="">All facets</option>${facets.map(
    (option) => html`<option value="${option}"${option === facet && html` selected`}>${facetNames[option]}</option>`,
  )}</select></label>
<label>Category <select name="category"><option value="">All categories</option>${categories.map(
    ({ id, fullName }) => html`<option value="${id}"${id === category && html` selected`}>${fullName}</option>`,
  )}</select></label>
<button>Show</button>
${(facet !== null || category !== null) && html`<a href="/relations">Show all</a>`}
</form>`;
}

const columns: { key: string; name: string; title: string; wide?: boolean }[] = [
  { key: 'observed', name: 'O', title: 'Observed: texts that name both' },
  { key: 'expected', name: 'E', title: 'Expected: texts that would name both by chance', wide: true },
  { key: 'lift', name: 'O/E', title: 'Lift: observed over expected' },
  { key: 'lower', name: 'L', title: 'Lower bound of the lift, 99 % one-sided' },
  { key: 'upper', name: 'U', title: 'Upper bound of the lift, 99 % one-sided', wide: true },
  { key: 'p', name: 'p', title: 'Probability of so many or more by chance', wide: true },
  { key: 'q', name: 'q', title: 'p, corrected for all pairs tested (Benjamini–Hochberg)', wide: true },
  { key: 'sentiment', name: 'Satisfaction', title: 'Mean sentiment of the texts that name both' },
];

const stableTitle = 'Share of draws of other customers in which L stays above 1; looked at for the strongest';
const withinTitle = 'Whether it holds, vanishes or reverses within each value of a coded field, such as each region';

function table(view: Relations): Html {
  const heading = ({ key, name, title, wide }: (typeof columns)[number]) => {
    const isSorted = view.sort === key;
    const next = isSorted && view.order === 'desc' ? 'asc' : 'desc';
    const sorted = isSorted && html` aria-sort="${view.order === 'asc' ? 'ascending' : 'descending'}"`;
    return html`<th scope="col" class="number${wide && ' wide-only'}"${sorted}><a href="${view.base}sort=${key}&order=${next}#table" title="${title}; sort by it">${name}<span class="arrow" aria-hidden="true">${isSorted ? (view.order === 'asc' ? ' ▲' : ' ▼') : ''}</span></a></th>`;
  };
  return html`<div class="scroll" id="table" tabindex="0" role="region" aria-label="Relations"><table class="relations"><caption>Relations, with the texts that name the first, the second, and both</caption><thead><tr><th scope="col">Category</th><th scope="col">with</th><th scope="col" class="number wide-only" title="Texts that name the first">First</th><th scope="col" class="number wide-only" title="Texts that name the second">Second</th>${columns.map(heading)}<th scope="col" class="number wide-only" title="${stableTitle}">Stable</th><th scope="col" class="wide-only" title="${withinTitle}">Within</th></tr></thead><tbody>${view.rows.map(relationTableRow)}</tbody></table></div>`;
}

function pager({ page, pages, base, sort, order }: Relations): Html | false {
  const href = (to: number) => `${base}sort=${sort}&order=${order}&page=${to}#table`;
  return (
    pages > 1 &&
    html`<nav class="pager" aria-label="Pages of relations">${page > 1 && html`<a href="${href(page - 1)}" rel="prev">← Before</a>`}<span>Page ${page} of ${pages}</span>${page < pages && html`<a href="${href(page + 1)}" rel="next">Next →</a>`}</nav>`
  );
}

function legend(): Html {
  return html`<details class="hint"><summary>What the columns mean</summary><dl class="legend">${columns.map(
    ({ name, title }) => html`<div><dt>${name}</dt><dd>${title}</dd></div>`,
  )}<div><dt>Stable</dt><dd>${stableTitle}</dd></div><div><dt>Within</dt><dd>${withinTitle} (Mantel–Haenszel odds ratio); looked at for the strongest</dd></div></dl><p>L above 1 is evidence that two categories go together. L below 1 says nothing by itself; U below 1 is evidence that they avoid each other.</p></details>`;
}

function nothingMined(): Html {
  return html`<section class="card empty"><h2>No relation is known yet</h2>
<p>Relations are mined when all texts are read, and again each night. To mine now, run <code>npx earshot nightly</code> in a terminal or press the button.</p>
<form method="post" action="/runs"><button>Mine now</button></form></section>`;
}
