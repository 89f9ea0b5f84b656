import { formatExpected, formatProbability, formatRatio } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { RelationRow } from '../views/shared.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';
import { interval, stabilityCell } from './interval.ts';
import { mood } from './mood.ts';
import { checkCell } from './relation-checks.ts';

/** Class of a cell that is coloured by a lower bound of lift: from chance (1) in four steps. */
export function strengthClass(lower: number): string {
  if (lower <= 1) return 'strength-0';
  return `strength-${Math.min(4, 1 + Math.floor(Math.log2(lower)))}`;
}

/** One relation as cells, in the order of the relation table's columns. */
export function relationTableRow(row: RelationRow): Html {
  const { antecedent, consequent } = row;
  const pair = `${antecedent.fullName} and ${consequent.fullName}`;
  return html`<tr><th scope="row">${categoryLink(antecedent)} <span class="unseen">with</span></th><td>${categoryLink(consequent)}</td><td class="number wide-only">${countLink(row.antecedentTexts, `texts about ${antecedent.fullName}`)}</td><td class="number wide-only">${countLink(row.consequentTexts, `texts about ${consequent.fullName}`)}</td><td class="number">${countLink(row.observed, `texts about ${pair}`)}</td><td class="number wide-only">${formatExpected(row.expected)}</td><td class="number">${formatRatio(row.lift)}</td><td class="number"><span class="strength ${strengthClass(row.lower)}">${formatRatio(row.lower)}</span></td><td class="number wide-only">${formatRatio(row.upper)}</td><td class="number wide-only">${formatProbability(row.p)}</td><td class="number wide-only">${formatProbability(row.q)}</td><td class="number">${mood(row.sentiment, row.grade)}${interval(row.steadiness?.sentimentLower ?? null, row.steadiness?.sentimentUpper ?? null)}</td><td class="number wide-only">${stabilityCell(row.steadiness?.stability ?? null)}</td><td class="wide-only">${checkCell(row.checks)}</td></tr>`;
}

/** Relations as a list of findings in words. @param of a category that all of them share, which goes without saying. */
export function findings(rows: readonly RelationRow[], of: string | null = null): Html {
  return html`<ol class="findings">${rows.map((row) => finding(row, of))}</ol>`;
}

const isDoubtful = (checks: RelationRow['checks']): boolean =>
  checks.some(({ verdict }) => verdict === 'reverses' || verdict === 'vanishes');

function finding(row: RelationRow, of: string | null): Html {
  const { antecedent, consequent, observed, expected, lower, sentiment, grade, checks } = row;
  const both = html`${categoryLink(antecedent)} <span class="with">with</span> ${categoryLink(consequent)}`;
  const other = antecedent.id === of ? consequent : antecedent;
  return html`<li><p>${of === null ? both : categoryLink(other)}</p><p class="detail"><span>${countLink(observed, `texts about ${antecedent.fullName} and ${consequent.fullName}`)} texts, ${formatExpected(expected)} by chance</span> <span title="99 % lower bound of observed over expected">at least <strong class="strength ${strengthClass(lower)}">${formatRatio(lower)}×</strong></span> ${mood(sentiment, grade)} ${isDoubtful(checks) && checkCell(checks)}</p></li>`;
}
