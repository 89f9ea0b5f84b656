import type { Facet } from '../../src/types.ts';
import { facetNames, formatCounted, formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { countLink } from '../parts/count.ts';
import { periodForm } from '../parts/period-form.ts';
import { topicTable, topicTableRow } from '../parts/topic-table.ts';
import type { Topics } from '../views/topics.ts';

type Branch = Topics['facets'][number]['topics'][number];

/** The whole vocabulary, facet by facet, in two levels. */
export function topicsPage(view: Topics, frame: Frame): Html {
  return layout({
    title: 'Topics',
    section: 'topics',
    frame,
    body: html`<div class="heading"><h1>Topics</h1>${periodForm(view.period)}</div>
<p class="lead">What ${countLink(view.texts, 'texts')} texts are about. A text counts for every category that it affirms, and for those above. ${trendNote(view)}</p>
<nav class="facets" aria-label="Facets"><ul>${view.facets.map(
      ({ facet }) => html`<li><a href="#${facet}">${facetNames[facet]}</a></li>`,
    )}</ul></nav>
${view.facets
  .filter(({ topics }) => topics.length > 1)
  .map(
    ({ facet, topics }) =>
      html`<section id="${facet}"><h2 class="facet-name">${facetNames[facet]}</h2><div class="branches">${topics.map((branch) => branchCard(branch))}</div></section>`,
  )}
<div class="branches">${view.facets
      .filter(({ topics }) => topics.length === 1)
      .map(({ facet, topics }) => topics.map((branch) => branchCard(branch, facet)))}</div>
${
  view.retired.length > 0 &&
  html`<section class="card"><h2>Of earlier vocabularies</h2><p class="hint">Texts analysed before still affirm these; new texts are not searched for them.</p>${topicTable('Categories of earlier vocabularies', html`<tbody>${view.retired.map((row) => topicTableRow(row))}</tbody>`)}</section>`
}`,
  });
}

/** A category and what is below it, headed by the facet where it is all of it; those that no text names are listed without their noughts. */
function branchCard({ topic, below }: Branch, facet: Facet | null = null): Html {
  const named = below.filter(({ texts }) => texts.count > 0);
  const silent = below.filter(({ texts }) => texts.count === 0);
  const heading = facet === null ? html`` : html`<h2 id="${facet}">${facetNames[facet]}</h2>`;
  return html`<section class="card branch" aria-label="${topic.category.name}">${heading}${topicTable(
    topic.category.name,
    html`<tbody>${topicTableRow(topic, 'own name')}${named.map((row) => topicTableRow(row, 'below'))}</tbody>`,
  )}${silent.length > 0 && html`<p class="hint">Not named by any text: ${silent.map(({ category }, at) => html`${at > 0 && ', '}<a href="${category.href}">${category.name}</a>`)}</p>`}</section>`;
}

function trendNote({ trend }: Topics): string {
  if (trend.from === null || trend.to === null) return '';
  const stretch = trend.stretchDays === 1 ? 'day by day' : `in steps of ${formatCounted(trend.stretchDays, 'day')}`;
  return `Trends run from ${formatDay(trend.from)} to ${formatDay(trend.to)}, ${stretch}, each on its own scale.`;
}
