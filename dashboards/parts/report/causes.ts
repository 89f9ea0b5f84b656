import type { Cause } from '../../../src/types/differences.ts';
import { formatCount } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import type { ReportCause } from '../../views/report.ts';

/** Each cause as a column is headed, and as it reads in a sentence. */
export const causeNames: Record<Cause, { name: string; says: string }> = {
  new: { name: 'New', says: 'Received since the night before' },
  late: { name: 'Late', says: 'Received earlier, but arrived since the night before' },
  window: { name: 'Window', says: 'Entered or left the days that a night looks at' },
  relabelled: { name: 'Corrected', says: 'Labelled otherwise by a person' },
  vocabulary: { name: 'Vocabulary', says: 'Read anew by another vocabulary' },
  model: { name: 'Model', says: 'Read anew by another model' },
  erased: { name: 'Erased', says: 'Erased from the store' },
};

/** What a cause added and took away, each a link to its texts. @param of what is counted. */
export function causeChange({ cause, added, removed }: ReportCause, of: string): Html {
  const { says } = causeNames[cause];
  return html`${part(added, '+', `${of}: ${says}, added`)} ${part(removed, '−', `${of}: ${says}, taken away`)}`;
}

function part({ count, href }: ReportCause['added'], sign: string, says: string): Html | false {
  if (count === 0) return false;
  if (href === null) return html`<span title="${says}">${sign}${formatCount(count)}</span>`;
  return html`<a class="count" data-count="${count}" href="${href}" aria-label="${formatCount(count)} ${says}">${sign}${formatCount(count)}</a>`;
}

/** Causes as words in a line: `New +9, Late +1`. */
export function causeWords(rows: readonly ReportCause[], of: string): Html {
  return html`${rows.map((row, at) => html`${at > 0 && ', '}<span title="${causeNames[row.cause].says}">${causeNames[row.cause].name}</span> ${causeChange(row, of)}`)}`;
}
