import { formatExpected, formatProbability, formatRatio } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { RelationRow } from '../views/shared.ts';
import { countLink } from './count.ts';
import { mood } from './mood.ts';

/** Class of a cell that is coloured by a lower bound of lift: from chance (1) in four steps. */
export function strengthClass(lower: number): string {
  if (lower <= 1) return 'strength-0';
  return `strength-${Math.min(4, 1 + Math.floor(Math.log2(lower)))}`;
}

/** One relation as cells, in the order of the relation table's columns. */
export function relationTableRow(row: RelationRow): Html {
  const { antecedent, consequent } = row;
  const pair = `${antecedent.name} and ${consequent.name}`;
  return html`<tr><th scope="row"><a href="${antecedent.href}">${antecedent.name}</a> <span class="unseen">with</span></th><td><a href="${consequent.href}">${consequent.name}</a></td><td class="number">${countLink(row.antecedentTexts, `texts about ${antecedent.name}`)}</td><td class="number">${countLink(row.consequentTexts, `texts about ${consequent.name}`)}</td><td class="number">${countLink(row.observed, `texts about ${pair}`)}</td><td class="number">${formatExpected(row.expected)}</td><td class="number">${formatRatio(row.lift)}</td><td class="number"><span class="strength ${strengthClass(row.lower)}">${formatRatio(row.lower)}</span></td><td class="number">${formatRatio(row.upper)}</td><td class="number">${formatProbability(row.p)}</td><td class="number">${formatProbability(row.q)}</td><td class="number">${mood(row.sentiment, row.grade)}</td></tr>`;
}

/** Relations as a list of findings in words. */
export function findings(rows: readonly RelationRow[]): Html {
  return html`<ol class="findings">${rows.map(
    (row) =>
      html`<li><p><a href="${row.antecedent.href}">${row.antecedent.name}</a> <span class="with">with</span> <a href="${row.consequent.href}">${row.consequent.name}</a></p><p class="detail"><span>${countLink(row.observed, `texts about ${row.antecedent.name} and ${row.consequent.name}`)} texts, ${formatExpected(row.expected)} by chance</span> <span title="99 % lower bound of observed over expected">at least <strong class="strength ${strengthClass(row.lower)}">${formatRatio(row.lower)}×</strong></span> ${mood(row.sentiment, row.grade)}</p></li>`,
  )}</ol>`;
}
