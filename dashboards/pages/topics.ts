import { facetNames, formatCounted, formatDay } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { countLink } from '../parts/count.ts';
import { periodForm } from '../parts/period-form.ts';
import { topicTable, topicTableRow } from '../parts/topic-table.ts';
import type { Topics } from '../views/topics.ts';

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
${view.facets.map(
  ({ facet, topics }) => html`<section class="card" id="${facet}"><h2>${facetNames[facet]}</h2>
${topicTable(
  facetNames[facet],
  html`${topics.map(
    ({ topic, below }) => html`<tbody>${topicTableRow(topic)}${below.map((row) => topicTableRow(row, true))}</tbody>`,
  )}`,
)}</section>`,
)}
${
  view.retired.length > 0 &&
  html`<section class="card"><h2>Of earlier vocabularies</h2><p class="hint">Texts analysed before still affirm these; new texts are not searched for them.</p>${topicTable('Categories of earlier vocabularies', html`<tbody>${view.retired.map((row) => topicTableRow(row))}</tbody>`)}</section>`
}`,
  });
}

function trendNote({ trend }: Topics): string {
  if (trend.from === null || trend.to === null) return '';
  const stretch = trend.stretchDays === 1 ? 'day by day' : `in steps of ${formatCounted(trend.stretchDays, 'day')}`;
  return `Trends run from ${formatDay(trend.from)} to ${formatDay(trend.to)}, ${stretch}, each on its own scale.`;
}
