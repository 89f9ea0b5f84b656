import { formatCounted, formatDay, formatExpected, formatProbability, formatShare, windowWords } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { categoryLink } from '../parts/category.ts';
import { countLink } from '../parts/count.ts';
import type { CrossSellRow, DiscoveredRow, Discoveries, FlowRow, NewcomerRow } from '../views/discoveries.ts';

/** What the vocabulary does not know: topics among uncovered texts, new names, and what customers ask for. */
export function discoveriesPage(view: Discoveries, frame: Frame): Html {
  return layout({
    title: 'Discoveries',
    section: 'discoveries',
    frame,
    body: html`<div class="heading"><h1>Discoveries</h1></div>${
      view.run
        ? content(view, view.run)
        : html`<section class="card empty"><h2>No night has run yet</h2><p>Run <code>npx earshot nightly</code> in a terminal; it looks for what the vocabulary does not know.</p></section>`
    }`,
  });
}

function content(view: Discoveries, run: NonNullable<Discoveries['run']>): Html {
  return html`<p class="lead">What customers speak of and the vocabulary does not know, in texts${windowWords(run)}.</p>
${view.coverage && coverageCard(view.coverage)}
<section class="card"><h2>Topics that no category covers</h2>${view.topics.length === 0 ? html`<p class="hint">None of ten texts or more.</p>` : html`<ol class="findings">${view.topics.map((row) => topicItem(row, view.parents))}</ol><p class="hint">A category added here is seen in texts that come in from now on; <code>npx earshot reanalyse</code> reads older texts with it.</p>`}</section>
${view.flows.length > 0 && html`<section class="card"><h2>What became of topics since the day before</h2><ul class="findings">${view.flows.map(flowItem)}</ul></section>`}
<section class="card"><h2>New names</h2><p class="hint">Names that the vocabulary does not hold, after words such as “moved to” or “cheaper at”, or in more texts of the last four weeks than before.</p>${view.newcomers.length === 0 ? html`<p class="hint">None.</p>` : html`<ol class="findings">${view.newcomers.map(nameItem)}</ol>`}</section>
<section class="card"><h2>What customers ask for</h2><p class="hint">After words such as “do you also”, “wish you had”, “is there a plan that”.</p>${view.crossSell.length === 0 ? html`<p class="hint">Nothing in two texts or more.</p>` : html`<ol class="findings">${view.crossSell.map(askedItem)}</ol>`}</section>`;
}

function coverageCard({ texts, covered, uncovered, lookedAt, discovered }: NonNullable<Discoveries['coverage']>): Html {
  const share = texts.count > 0 ? covered.count / texts.count : 0;
  return html`<section class="card"><h2>Coverage</h2><p><meter min="0" max="1" value="${share.toFixed(4)}" aria-label="Share of texts that the vocabulary covers">${formatShare(share)}</meter> ${formatShare(share)}</p>
<p class="detail">Of ${countLink(texts, 'texts of the night')} texts the vocabulary names something in ${countLink(covered, 'texts that name something')}, and nothing in ${countLink(uncovered, 'texts that name nothing')}. Of ${formatCounted(lookedAt, 'text')} looked at, ${formatCounted(discovered, 'text')} speak of the topics below.</p></section>`;
}

function topicItem(
  { id, name, texts, bornDay, examples, cues, category }: DiscoveredRow,
  parents: Discoveries['parents'],
): Html {
  return html`<li id="${id}"><h3>${name}</h3><p class="detail">${countLink(texts, `texts about ${name}`)} texts, known since ${formatDay(bornDay)} as <code>${id}</code></p>
<ul class="voices">${examples.map(({ text, href }) => html`<li><a href="${href}"><blockquote>${text}</blockquote></a></li>`)}</ul>
${category ? html`<p class="detail">Now a category: ${categoryLink(category)}</p>` : adoptForm({ id, name, cues }, parents)}</li>`;
}

function adoptForm(
  { id, name, cues }: Pick<DiscoveredRow, 'id' | 'name' | 'cues'>,
  parents: Discoveries['parents'],
): Html {
  return html`<details><summary>Make it a category</summary><form method="post" action="/discoveries/categories" class="stack"><input type="hidden" name="origin" value="${id}">
<label>Name <input name="name" required maxlength="80" value="${name}"></label>
<label>Under <select name="parent"><option value="">no other</option>${parents.map(({ id: parent, fullName }) => html`<option value="${parent}">${fullName}</option>`)}</select></label>
<label>Cues, one a line <textarea name="cues" rows="5" required>${cues.join('\n')}</textarea></label>
<button>Add to the vocabulary</button></form></details>`;
}

const says: Record<FlowRow['kind'], string> = { birth: 'New', split: 'Split', merge: 'Merged', end: 'Gone' };

function flowItem({ kind, from, to, texts }: FlowRow): Html {
  const link = (topic: { id: string; name: string }) => html`<a href="#${topic.id}">${topic.name}</a>`;
  return html`<li><p><span class="badge">${says[kind]}</span> ${from && link(from)}${from && to && ' → '}${to && link(to)}: ${countLink(texts, 'texts that show it')} texts</p></li>`;
}

function nameItem({ name, texts, customers, switching, first, recentObserved, recentExpected, q }: NewcomerRow): Html {
  const verdict = (value: string, label: string) => html`<button name="verdict" value="${value}">${label}</button>`;
  return html`<li><h3>${name}</h3><p class="detail">${countLink(texts, `texts that name ${name}`)} texts of ${formatCounted(customers, 'customer')}, ${formatCounted(switching, 'text')} after words of switching${recentObserved !== null && recentExpected !== null && q !== null && html`; ${formatCounted(recentObserved, 'text')} lately where ${formatExpected(recentExpected)} were to be expected, q ${formatProbability(q)}`}</p>
<p>First on ${formatDay(first.day)}: <a href="${first.href}"><q>${first.text}</q></a></p>
<form method="post" action="/discoveries/names" class="row"><input type="hidden" name="name" value="${name}">It is ${verdict('competitor', 'a competitor')} ${verdict('product', 'a product')} ${verdict('noise', 'noise')}</form></li>`;
}

function askedItem({ asked, phrases, texts, first }: CrossSellRow): Html {
  return html`<li><h3>${asked}</h3><p class="detail">${countLink(texts, `texts that ask for ${asked}`)} texts: “${phrases.join('”, “')}”</p><p><a href="${first.href}"><q>${first.text}</q></a></p></li>`;
}
