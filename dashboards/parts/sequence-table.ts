import { formatCount, formatExpected, formatProbability } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { SequenceRow } from '../views/trends.ts';
import { categoryLink } from './category.ts';

/** Topics that follow one another, with customers who show it. */
export function sequenceTable(rows: readonly SequenceRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What follows what"><table class="relations"><caption>What follows what within customers</caption><thead><tr><th scope="col">First</th><th scope="col">then</th><th scope="col" class="number">Customers</th><th scope="col" class="number" title="The mean over shuffled orders">By chance</th><th scope="col" class="number wide-only" title="Chance of as many customers or more in shuffled order">p</th><th scope="col" class="number" title="p, corrected for all pairs that enough customers could show (Benjamini–Hochberg)">q</th><th scope="col">For example</th></tr></thead><tbody>${rows.map(sequenceRow)}</tbody></table></div>`;
}

function sequenceRow({ first, then, customers, expected, p, q, unusual, examples }: SequenceRow): Html {
  return html`<tr><th scope="row">${categoryLink(first)} <span class="unseen">then</span></th><td>${categoryLink(then)}${unusual && html` <span class="badge">unusual</span>`}</td><td class="number">${formatCount(customers)}</td><td class="number">${formatExpected(expected)}</td><td class="number wide-only">${formatProbability(p)}</td><td class="number">${formatProbability(q)}</td><td>${examples.map(({ customer, href }, at) => html`${at > 0 && ', '}<a href="${href}">${customer}</a>`)}</td></tr>`;
}
