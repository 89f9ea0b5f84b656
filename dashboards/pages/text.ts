import {
  channelName,
  formatCounted,
  formatDay,
  formatLanguage,
  formatMoment,
  priorityNames,
  stateNames,
} from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { countLink } from '../parts/count.ts';
import { mood, moodSign } from '../parts/mood.ts';
import { moment } from '../parts/passage.ts';
import { reader } from '../parts/reader.ts';
import { hues, textEvidence } from '../parts/text-evidence.ts';
import type { TextView } from '../views/texts.ts';

/** One text with its evidence, its coded data, its case, and what else its customer said. */
export function textPage(view: TextView, frame: Frame): Html {
  return layout({
    title: view.title,
    section: 'texts',
    frame,
    scripts: 'evidence',
    body: html`<nav class="trail" aria-label="Trail"><a href="/texts">Texts</a> › ${channelName[view.channel]} ${view.id}</nav>
<div class="heading"><h1>${view.title}</h1></div>
<p class="lead">${view.understood ? mood(view.sentiment, view.grade) : html`<span class="badge">${formatLanguage(view.language)}: no model here understands it</span>`} ${channelName[view.channel]} of ${moment(view.receivedAt, `${formatMoment(view.receivedAt)} UTC`)}${view.customer !== null && html` · ${customerLink(view.customer)}`} · <span class="source">${view.source}</span></p>
${view.masked && html`<form class="notice masked" method="post" action="/texts/${view.id}/unmask"><p>Addresses and numbers of people are hidden here: whoever works the case sees them.</p><button>Show them</button> <span class="detail">The audit trail remembers who looked.</span></form>`}
<div class="columns wide-left reading">
<section class="card" aria-labelledby="the-text"><div class="card-heading"><h2 id="the-text">The text</h2><p class="steps" hidden data-steps><button type="button" data-step="-1">← Evidence</button><button type="button" data-step="1">Evidence →</button></p></div>
<div class="reader" tabindex="0" role="region" aria-labelledby="the-text" lang="${view.language}">${reader(view.turns, view.understood, marker(view))}</div></section>
<div>
${textEvidence(view)}
${view.case && caseCard(view.case)}
${view.attributes.length > 0 && html`<section class="card"><h2>Coded data</h2><dl class="facts">${view.attributes.map(({ name, value, texts }) => html`<div><dt>${name}</dt><dd><a href="${texts}" title="Texts with the same value">${value}</a></dd></div>`)}</dl></section>`}
${historyCard(view)}
<section class="card"><h2>Analysed by</h2><dl class="facts versions">${Object.entries(view.versions).map(([name, version]) => html`<div><dt>${name}</dt><dd><code>${version.length > 16 ? `${version.slice(0, 12)}…` : version}</code></dd></div>`)}</dl></section>
</div>
</div>`,
  });
}

/** A customer whose name is hidden has no address to lead to. */
function customerLink(customer: string): Html {
  if (customer.includes('•')) return html`Customer ${customer}`;
  return html`<a href="/customers/${encodeURIComponent(customer)}">Customer ${customer}</a>`;
}

function marker({ categories }: TextView): (text: string, ids: readonly string[]) => Html {
  const colourOf = new Map(categories.map(({ category, colour }) => [category.id, colour]));
  return (text, ids) =>
    marked(
      text,
      ids.flatMap((id) => colourOf.get(id) ?? []),
    );
}

/** One mark in another for each category, so that each can be shown by itself. */
function marked(text: string, colours: number[]): Html {
  return colours.reduce<Html>(
    (inner, colour) => html`<mark class="hue-${colour % hues} evidence-${colour}">${inner}</mark>`,
    html`${text}`,
  );
}

function caseCard(found: NonNullable<TextView['case']>): Html {
  return html`<section class="card"><h2>Its case</h2><p><a href="${found.href}">${found.teamName}</a> <span class="badge priority-${found.priority}">${priorityNames[found.priority]}</span> <span class="badge state-${found.state}">${stateNames[found.state]}</span></p><p class="detail"><span class="${found.overdue ? 'due late' : 'due'}">${found.overdue ? 'Was due' : 'Due'} ${moment(found.dueAt, formatMoment(found.dueAt))} UTC</span></p><p class="detail">${found.by}</p></section>`;
}

function historyCard({ history, historyTexts, id, customer }: TextView): Html | false {
  return (
    historyTexts !== null &&
    history.length > 1 &&
    html`<section class="card"><h2>Customer ${customer}</h2><p class="hint">${countLink(historyTexts, 'texts of the customer')} ${historyTexts.count === 1 ? 'text' : 'texts'} in all${history.length < historyTexts.count && html`, the latest ${formatCounted(history.length, 'text')} here`}.</p><ol class="history timeline-list">${history.map(
      (text) =>
        html`<li${text.id === id && html` aria-current="true"`}><p>${moodSign(text.grade, text.understood)} ${text.id === id ? html`<strong>${text.title}</strong>` : html`<a href="${text.href}">${text.title}</a>`}</p><p class="detail">${channelName[text.channel]}, ${moment(text.receivedAt, formatDay(text.receivedAt.slice(0, 10)))}${text.categories.length > 0 && html` · ${text.categories.join(', ')}`}</p></li>`,
    )}</ol></section>`
  );
}
