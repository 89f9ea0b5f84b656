import { type Cause, causes } from '../../../src/types/differences.ts';
import { formatExpected, formatIndicator, formatProbability, formatRatio } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import type { Report, ReportDifference, ReportMover, ReportRelation } from '../../views/report.ts';
import { categoryLink } from '../category.ts';
import { countLink } from '../count.ts';
import { mood } from '../mood.ts';
import { strengthClass } from '../relation-table.ts';
import { causeChange, causeNames, causeWords } from './causes.ts';

function table(caption: string, head: Html, rows: Html[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** What moved, on the day or in the week. */
export function moverTable(rows: readonly ReportMover[]): Html {
  return table(
    'What moved',
    html`<th scope="col">Topic</th><th scope="col">In</th><th scope="col" class="number">Texts</th><th scope="col" class="number" title="By its own past">Expected</th><th scope="col" class="number" title="(O − E) / √E: beyond 2 is unusual, from 3 worth a look">Indicator</th><th scope="col" class="number wide-only" title="Probability by chance, corrected for all topics weighed">q</th>`,
    rows.map(
      ({ category, days, observed, expected, indicator, q }) =>
        html`<tr><th scope="row"><span class="way ${indicator > 0 ? 'up' : 'down'}" aria-label="${indicator > 0 ? 'more' : 'less'} than expected">${indicator > 0 ? '▲' : '▼'}</span> ${categoryLink(category)}</th><td class="nowrap">${days === 1 ? 'the day' : 'the week'}</td><td class="number">${countLink(observed, `texts about ${category.fullName}`)}</td><td class="number">${formatExpected(expected)}</td><td class="number">${formatIndicator(indicator)}</td><td class="number wide-only">${formatProbability(q)}</td></tr>`,
    ),
  );
}

/** Relations that are new or lost, with what changed their texts. */
export function reportRelations(caption: string, rows: readonly ReportRelation[]): Html {
  return table(
    caption,
    html`<th scope="col">Topics</th><th scope="col" class="number">Texts</th><th scope="col" class="number wide-only">By chance</th><th scope="col" class="number" title="99 % lower bound of observed over expected">At least</th><th scope="col" class="number">Satisfaction</th><th scope="col" class="wide-only">Since the night before</th>`,
    rows.map((row) => {
      const pair = `texts about ${row.antecedent.fullName} and ${row.consequent.fullName}`;
      return html`<tr><th scope="row">${categoryLink(row.antecedent)} <span class="with">with</span> ${categoryLink(row.consequent)}</th><td class="number">${countLink(row.observed, pair)}</td><td class="number wide-only">${formatExpected(row.expected)}</td><td class="number"><span class="strength ${strengthClass(row.lower)}">${formatRatio(row.lower)}×</span></td><td class="number">${mood(row.sentiment, row.grade)}</td><td class="wide-only">${row.causes.length === 0 ? html`<span class="hint">as many texts as before</span>` : causeWords(row.causes, pair)}</td></tr>`;
    }),
  );
}

/** The difference from the night before, a column a cause that changed anything. */
export function differenceTable(rows: readonly ReportDifference[]): Html {
  const used = causes.filter((cause) => rows.some((row) => row.causes.some((one) => one.cause === cause)));
  const cell = (row: ReportDifference, cause: Cause, of: string): Html => {
    const found = row.causes.find((one) => one.cause === cause);
    return html`<td class="number">${found && causeChange(found, of)}</td>`;
  };
  return table(
    'The difference from the night before, cause by cause',
    html`<th scope="col">Texts about</th><th scope="col" class="number">Before</th><th scope="col" class="number">Now</th><th scope="col" class="number">Difference</th>${used.map((cause) => html`<th scope="col" class="number" title="${causeNames[cause].says}">${causeNames[cause].name}</th>`)}`,
    rows.map((row) => {
      const of = row.category === null ? 'texts' : `texts about ${row.category.fullName}`;
      return html`<tr><th scope="row">${row.category === null ? 'All texts' : categoryLink(row.category)}</th><td class="number">${countLink(row.before, `${of}, before`)}</td><td class="number">${countLink(row.now, `${of}, now`)}</td><td class="number">${signed(row.difference)}</td>${used.map((cause) => cell(row, cause, of))}</tr>`;
    }),
  );
}

/** Departments with cases past due. */
export function overdueTable(rows: Report['overdue']): Html {
  return table(
    'Cases overdue',
    html`<th scope="col">Department</th><th scope="col" class="number">Cases</th>`,
    rows.map(
      ({ name, cases }) =>
        html`<tr><th scope="row">${name}</th><td class="number late">${countLink(cases, `cases of ${name} overdue`)}</td></tr>`,
    ),
  );
}

/** Numbers that a second count found otherwise. */
export function discrepancyTable(rows: Report['check']['discrepancies']): Html {
  return table(
    'Numbers that differ',
    html`<th scope="col">Number</th><th scope="col" class="number">As told</th><th scope="col" class="number">Counted again</th>`,
    rows.map(
      ({ says, told, counted, href }) =>
        html`<tr><th scope="row"><a href="${href}">${says}</a></th><td class="number">${told}</td><td class="number">${counted}</td></tr>`,
    ),
  );
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : difference < 0 ? `−${-difference}` : '0';
}
