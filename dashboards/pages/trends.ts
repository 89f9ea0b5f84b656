import { formatCounted, formatDay, formatShare, windowWords } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { changeTable } from '../parts/change-table.ts';
import { countLink } from '../parts/count.ts';
import { sequenceTable } from '../parts/sequence-table.ts';
import { trendTable } from '../parts/trend-table.ts';
import type { Stretch, Trends } from '../views/trends.ts';

/** What moved: on the latest night's day, in the week up to it, and in its month against the others. */
export function trendsPage(view: Trends, frame: Frame): Html {
  return layout({
    title: 'Trends',
    section: 'trends',
    frame,
    body: html`<div class="heading"><h1>Trends</h1></div>${view.run ? content(view, view.run) : nothingMined()}`,
  });
}

function content({ day, week, month, changes, sequences }: Trends, run: NonNullable<Trends['run']>): Html {
  return html`<p class="lead">What is named more, or less, than its own past lets one expect. From ${countLink(run.texts, 'texts of the night')} texts${windowWords(run)}. Marked as unusual: what chance explains so badly that at most ${formatShare(run.falseDiscoveries)} of all marks are wrong.</p>
${section(week, 'The week', 'Against the weeks before it: its rate per text then, and how much it used to scatter.')}
${section(day, 'The day', 'Against the days before it: its rate per text, its weekday, and how much it used to scatter.')}
${section(month, 'The month', 'Which topics stand out in it, against the other months and all other topics of the window.')}
${changes.length > 0 && html`<section class="card"><h2>Where the level changed</h2><p class="hint">From the day on, the topic is named in another share of texts than before, weekdays allowed for; marked so that a night without any change marks one with a probability of 5 % at most.</p>${changeTable(changes)}</section>`}
${sequences && sequenceSection(sequences)}
${legend()}`;
}

function section(stretch: Stretch | null, name: string, says: string): Html {
  if (!stretch) {
    return html`<section class="card"><h2>${name}</h2><p class="hint">There is no past yet to weigh it against.</p></section>`;
  }
  const { fromDay, toDay, texts, weighed, up, down } = stretch;
  const days = fromDay === toDay ? formatDay(toDay) : `${formatDay(fromDay)} – ${formatDay(toDay)}`;
  const unusual = [...up, ...down].filter((row) => row.unusual).length;
  const found = unusual === 0 ? 'none of them unusual' : `${unusual} unusual`;
  return html`<section class="card"><h2>${name}: ${days}</h2>
<p class="hint">${countLink(texts, `texts of ${days}`)} texts, ${formatCounted(weighed, 'topic')} weighed, ${found}. ${says}</p>
<div class="columns"><div>${trendTable(`More than expected, ${days}`, 'More than expected', up)}</div><div>${trendTable(`Less than expected, ${days}`, 'Less than expected', down)}</div></div></section>`;
}

function sequenceSection({ withinDays, rows }: NonNullable<Trends['sequences']>): Html {
  return html`<section class="card"><h2>What follows what</h2>
<p class="hint">Customers who name the second topic within ${formatCounted(withinDays, 'day')} after the first, against the mean over shuffled orders of what each customer named.</p>${sequenceTable(rows)}</section>`;
}

function legend(): Html {
  return html`<details class="hint"><summary>What the columns mean</summary><dl class="legend">
<div><dt>O</dt><dd>Observed: texts of these days that name the topic</dd></div>
<div><dt>E</dt><dd>Expected, from the topic's own past; for a month, from its row and column of the table</dd></div>
<div><dt>Indicator</dt><dd>(O − E) / √E: beyond 2 is unusual, from 3 worth a look</dd></div>
<div><dt>q</dt><dd>Probability of a count so far out by chance, corrected for all topics weighed (Benjamini–Hochberg)</dd></div></dl></details>`;
}

function nothingMined(): Html {
  return html`<section class="card empty"><h2>No night has run yet</h2>
<p>What moved is found when all texts are read, and again each night. To find it now, run <code>npx earshot nightly</code> in a terminal or press the button.</p>
<form method="post" action="/runs"><button>Mine now</button></form></section>`;
}
