import { channelNames, formatLanguage, formatMoment } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { countLink } from '../parts/count.ts';
import { departmentGlance } from '../parts/department-table.ts';
import { mood, moodBar } from '../parts/mood.ts';
import { periodForm } from '../parts/period-form.ts';
import { findings } from '../parts/relation-table.ts';
import { timelineFigure } from '../parts/timeline.ts';
import { topicTable, topicTableRow } from '../parts/topic-table.ts';
import type { Overview } from '../views/overview.ts';

/** The first page: everything at a glance. */
export function overviewPage(view: Overview, frame: Frame): Html {
  const { period } = view;
  const isEmpty = view.texts.count === 0 && period.from === null && period.to === null && period.channel === null;
  return layout({
    title: 'Overview',
    section: 'overview',
    frame,
    scripts: 'charts',
    body: html`<div class="heading"><h1>Overview</h1>${!isEmpty && periodForm(period)}</div>
${view.waiting > 0 && html`<p class="notice" role="status">New texts are being read. Load the page again to see them.</p>`}
${isEmpty ? emptyState(view) : content(view)}`,
  });
}

function content(view: Overview): Html {
  return html`${tiles(view)}
<section class="card"><h2>Texts and satisfaction over time</h2>
${view.texts.count === 0 ? html`<p class="hint">No text came in on these days by this channel.</p>` : timelineFigure(view.timeline, 'Texts and satisfaction over time')}
</section>
<div class="columns wide-left">
<div>
<section class="card"><h2>What it is about</h2>${topicTable('The topics named most', html`<tbody>${view.topics.map((row) => topicTableRow(row))}</tbody>`)}<p class="more"><a href="/topics">All topics</a></p></section>
<section class="card"><h2>What it signals</h2>${topicTable('Signals', html`<tbody>${view.signals.map((row) => topicTableRow(row))}</tbody>`)}</section>
</div>
<div>
<section class="card"><h2>What goes together</h2>${findingsOf(view)}</section>
<section class="card"><h2>Who deals with it</h2>${departmentGlance(view.departments)}<p class="more"><a href="/departments">All departments</a></p></section>
</div>
</div>
<p class="as-of">As of ${formatMoment(view.asOf)} UTC.</p>`;
}

function findingsOf(view: Overview): Html {
  if (view.findings.length === 0) {
    return html`<p class="hint">No relation is known yet. They are mined when all texts are read, and each night.</p>`;
  }
  return html`<p class="hint">The strongest relations of the latest mining run, over all texts.</p>${findings(view.findings)}<p class="more"><a href="/relations">All relations</a></p>`;
}

function tiles(view: Overview): Html {
  const { texts, satisfaction } = view;
  const unread = view.notUnderstood;
  return html`<ul class="tiles">
<li class="tile"><h2>Texts</h2><p class="figure">${countLink(texts, 'texts')}</p><p class="detail">${view.channels.map(
    ({ channel, texts: of }) => html`<span>${channelNames[channel]} ${countLink(of, channelNames[channel])}</span> `,
  )}</p></li>
<li class="tile"><h2>Satisfaction</h2><p class="figure">${mood(satisfaction.mean, satisfaction.grade)}</p><p class="detail"><span>${countLink(satisfaction.negative, 'negative texts')} negative</span> ${moodBar(satisfaction, texts.count)} <span>${countLink(satisfaction.positive, 'positive texts')} positive</span></p></li>
<li class="tile"><h2>Complaints not closed</h2><p class="figure">${countLink(view.unclosed, 'complaints not closed')}</p><p class="detail late"><span>${countLink(view.overdue, 'overdue complaints')} overdue</span></p></li>
<li class="tile"><h2>Kept aside</h2><p class="figure">${countLink(view.keptAside, 'texts kept aside')}</p><p class="detail">${unread.length > 0 && 'Language not understood:'} ${unread.map(
    ({ language, texts: of }) =>
      html`<span>${formatLanguage(language)} ${countLink(of, `texts, language ${formatLanguage(language)}`)}</span> `,
  )}</p></li>
</ul>`;
}

function emptyState(view: Overview): Html {
  return html`<section class="card empty">
<h2>No text has come in yet</h2>
<p>Earshot reads emails, call transcripts and survey answers. Give it some in either way:</p>
<ol>
<li>Drop files into the inbox folder <code>${view.inbox}</code>.</li>
<li>Or run <code>npx earshot ingest PATH…</code> in a terminal.</li>
</ol>
<p>They appear here within seconds of being read.</p>
${view.keptAside.count > 0 && html`<p>${countLink(view.keptAside, 'texts kept aside')} could not be read and ${view.keptAside.count === 1 ? 'is' : 'are'} <a href="/failures">kept aside</a> with the reasons.</p>`}
</section>`;
}
