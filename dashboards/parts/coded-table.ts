import { formatExpected, formatProbability, formatRatio } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { ApartRow, CodedRow, SetRow } from '../views/coded.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';
import { interval, stabilityCell } from './interval.ts';
import { mood } from './mood.ts';
import { strengthClass } from './relation-table.ts';

/** Categories against values of coded data. */
export function codedTable(rows: readonly CodedRow[]): Html {
  return html`<div class="scroll" id="table" tabindex="0" role="region" aria-label="Categories and coded data"><table class="relations dense"><caption>Categories and coded data, over the texts that have the field</caption><thead><tr><th scope="col">Category</th><th scope="col">Coded data</th><th scope="col" class="number wide-only" title="Texts with the field">Texts</th><th scope="col" class="number wide-only" title="Those of them that name the category">Category</th><th scope="col" class="number wide-only" title="Those of them with the value">Value</th><th scope="col" class="number" title="Observed: texts with both">O</th><th scope="col" class="number wide-only" title="Expected by chance">E</th><th scope="col" class="number" title="Observed over expected">O/E</th><th scope="col" class="number" title="Lower bound of O/E, 99 % one-sided">L</th><th scope="col" class="number" title="Upper bound of O/E, 99 % one-sided">U</th><th scope="col" class="number wide-only">p</th><th scope="col" class="number wide-only" title="p, corrected for all pairs tested (Benjamini–Hochberg)">q</th><th scope="col" class="number" title="Mean sentiment of the texts with both, and its 99 % interval">Satisfaction</th><th scope="col" class="number wide-only" title="Share of draws of other customers in which it stays above chance">Stable</th></tr></thead><tbody>${rows.map(codedTableRow)}</tbody></table></div>`;
}

function codedTableRow(row: CodedRow): Html {
  const { category, field, value, expected, lift, lower, upper, p, q } = row;
  const both = `texts about ${category.fullName} with ${field} ${value}`;
  return html`<tr><th scope="row">${categoryLink(category)}</th><td><span class="above">${field}:</span> ${value}</td><td class="number wide-only">${countLink(row.texts, `texts with ${field}`)}</td><td class="number wide-only">${countLink(row.categoryTexts, `texts about ${category.fullName} with ${field}`)}</td><td class="number wide-only">${countLink(row.valueTexts, `texts with ${field} ${value}`)}</td><td class="number">${countLink(row.observed, both)}</td><td class="number wide-only">${formatExpected(expected)}</td><td class="number">${formatRatio(lift)}</td><td class="number"><span class="strength ${strengthClass(lower)}">${formatRatio(lower)}</span></td><td class="number">${formatRatio(upper)}</td><td class="number wide-only">${formatProbability(p)}</td><td class="number wide-only">${formatProbability(q)}</td><td class="number">${mood(row.sentiment, row.grade)}${interval(row.sentimentLower, row.sentimentUpper)}</td><td class="number wide-only">${stabilityCell(row.stability)}</td></tr>`;
}

/** Categories that avoid each other. */
export function apartTable(rows: readonly ApartRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Named apart"><table class="relations"><caption>Categories that texts avoid naming together</caption><thead><tr><th scope="col">Category</th><th scope="col">without</th><th scope="col" class="number wide-only" title="Texts that name the first">First</th><th scope="col" class="number wide-only" title="Texts that name the second">Second</th><th scope="col" class="number" title="Observed: texts that name both">O</th><th scope="col" class="number" title="Expected by chance">E</th><th scope="col" class="number" title="Upper bound of O/E, 99 % one-sided">U</th><th scope="col" class="number" title="p, corrected for all pairs tested">q</th></tr></thead><tbody>${rows.map(
    ({ antecedent, consequent, antecedentTexts, consequentTexts, observed, expected, upper, q }) =>
      html`<tr><th scope="row">${categoryLink(antecedent)} <span class="unseen">without</span></th><td>${categoryLink(consequent)}</td><td class="number wide-only">${countLink(antecedentTexts, `texts about ${antecedent.fullName}`)}</td><td class="number wide-only">${countLink(consequentTexts, `texts about ${consequent.fullName}`)}</td><td class="number">${countLink(observed, `texts about ${antecedent.fullName} and ${consequent.fullName}`)}</td><td class="number">${formatExpected(expected)}</td><td class="number">${formatRatio(upper)}</td><td class="number">${formatProbability(q)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** Sets of three categories or more. */
export function setTable(rows: readonly SetRow[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Larger sets"><table class="relations"><caption>Three categories or more that go together</caption><thead><tr><th scope="col">Categories</th><th scope="col" class="number" title="Observed: texts that name all">O</th><th scope="col" class="number" title="Expected, by the parting in two that expects most">E</th><th scope="col" class="number" title="Observed over expected">O/E</th><th scope="col" class="number" title="The largest p of its partings, corrected for all sets (Benjamini–Hochberg)">q</th></tr></thead><tbody>${rows.map(
    ({ categories, observed, expected, lift, q }) =>
      html`<tr><th scope="row">${categories.map((category, at) => html`${at > 0 && ' + '}${categoryLink(category)}`)}</th><td class="number">${countLink(observed, `texts about ${categories.map(({ fullName }) => fullName).join(', ')}`)}</td><td class="number">${formatExpected(expected)}</td><td class="number">${formatRatio(lift)}</td><td class="number">${formatProbability(q)}</td></tr>`,
  )}</tbody></table></div>`;
}
