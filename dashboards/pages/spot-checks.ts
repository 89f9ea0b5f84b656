import { channelName, formatCount, formatCounted, formatDay, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { categoryLink } from '../parts/category.ts';
import { reader } from '../parts/reader.ts';
import type { SpotChecks } from '../views/spot-checks.ts';

/** A person says what a few texts are about; the shares of all texts are corrected by that. */
export function spotChecksPage(view: SpotChecks, frame: Frame): Html {
  return layout({
    title: 'Spot checks',
    section: 'spot-checks',
    frame,
    body: html`<div class="heading"><h1>Spot checks</h1></div>
<p class="lead">Each week a few texts are drawn by chance. What you say of them shows how far the counts can be trusted, and corrects them.</p>
${view.next ? labelForm(view, view.next) : nothingWaits(view)}
${view.shares.length > 0 && sharesCard(view)}
${view.routing && routingCard(view.routing, view.confidence)}
${view.weeks.length > 0 && weeksCard(view.weeks)}`,
  });
}

function labelForm({ choices, teams }: SpotChecks, next: NonNullable<SpotChecks['next']>): Html {
  return html`<form class="columns wide-left" method="post" action="/spot-checks">
<input type="hidden" name="week" value="${next.week}"><input type="hidden" name="documentId" value="${next.documentId}">
<section class="card"><h2>${next.title}</h2><p class="detail">${channelName[next.channel]}, number ${next.position} of the week of ${formatDay(next.week)}. What Earshot found in it is left out here, so that it does not lead you on.</p>
<div class="reader" tabindex="0" role="region" aria-label="The text">${reader(next.turns, false, (text) => html`${text}`)}</div></section>
<div><section class="card"><h2>What is it about?</h2><p class="hint">Choose everything that the customer speaks of; nothing where it is none of these.</p>
${choices.map(({ heading, categories }) => html`<details class="choices"><summary>${heading.name}</summary><ul>${categories.map((category) => html`<li><label><input type="checkbox" name="category:${category.id}"> ${category.id === heading.id ? `${category.name}, in general` : category.name}</label></li>`)}</ul></details>`)}</section>
<section class="card"><h2>Whose is it?</h2><p><label>Department <select name="team"><option value="">It is no complaint</option>${teams.map(({ team, name }) => html`<option value="${team}">${name}</option>`)}</select></label></p>
<p><button class="primary">Save and show the next</button></p></section></div></form>`;
}

function nothingWaits({ weeks }: SpotChecks): Html {
  return weeks.length === 0
    ? html`<section class="card empty"><h2>No sample has been drawn yet</h2><p>When a week is over, a few of its texts are drawn by chance and wait here.</p></section>`
    : html`<section class="card empty"><h2>All texts of the sample are labelled</h2><p>The next ones are drawn when the week is over.</p></section>`;
}

function sharesCard({ shares, confidence }: SpotChecks): Html {
  return html`<section class="card"><h2>Topics, corrected</h2><p class="hint">The share of texts about each topic as Earshot counts it, and corrected for its mistakes by ${formatCounted(shares[0]?.share.sampled ?? 0, 'labelled text')}; the interval holds with ${formatShare(confidence)}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Topics, corrected"><table><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Counted</th><th scope="col" class="number">Corrected</th><th scope="col" class="number">Interval</th></tr></thead><tbody>${shares.map(
    ({ category, share }) =>
      html`<tr><th scope="row">${categoryLink(category)}</th><td class="number">${formatShare(share.predicted)}</td><td class="number">${formatShare(share.corrected)}</td><td class="number">${formatShare(share.lower)} – ${formatShare(share.upper)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function routingCard(routing: NonNullable<SpotChecks['routing']>, confidence: number): Html {
  const { complaints, missed, invented, right, routed, lower, upper } = routing;
  return html`<section class="card"><h2>Routing, checked</h2><p>${formatCount(right)} of ${formatCounted(routed, 'complaint')} went first where you say: ${formatShare(right / routed)}, with ${formatShare(confidence)} between ${formatShare(lower)} and ${formatShare(upper)}.</p>
<p class="hint">Of ${formatCounted(complaints, 'complaint')} by your word, ${formatCount(missed)} opened no case; ${formatCounted(invented, 'case')} ${invented === 1 ? 'is no complaint' : 'are no complaints'} by your word.</p></section>`;
}

function weeksCard(weeks: SpotChecks['weeks']): Html {
  return html`<section class="card"><h2>Weeks</h2><table><thead><tr><th scope="col">Week of</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Drawn</th><th scope="col" class="number">Labelled</th></tr></thead><tbody>${weeks.map(
    ({ week, population, drawn, labelled }) =>
      html`<tr><th scope="row">${formatDay(week)}</th><td class="number">${formatCount(population)}</td><td class="number">${formatCount(drawn)}</td><td class="number">${formatCount(labelled)}</td></tr>`,
  )}</tbody></table></section>`;
}
