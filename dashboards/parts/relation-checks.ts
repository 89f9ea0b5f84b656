import { formatRatio } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { RelationCheckRow } from '../views/shared.ts';

type Verdict = RelationCheckRow['verdict'];

const loudestFirst: Verdict[] = ['reverses', 'vanishes', 'holds', 'unclear'];

/** What becomes of a relation within coded fields, in a few words: `vanishes within region`; empty where none was looked at. */
export function checkWords(checks: readonly RelationCheckRow[]): string {
  const verdict = loudestFirst.find((one) => checks.some((check) => check.verdict === one));
  if (verdict === undefined) return '';
  if (verdict === 'unclear') return 'too few to say';
  const fields = checks.filter((check) => check.verdict === verdict).map(({ field }) => field);
  return `${verdict} within ${fields.join(', ')}`;
}

/** The cell of a table, with the odds ratios behind it on pointing. */
export function checkCell(checks: readonly RelationCheckRow[]): Html {
  const words = checkWords(checks);
  if (words === '') return html`<span class="unseen">not looked at</span>`;
  const isLoud = checks.some(({ verdict }) => verdict === 'reverses' || verdict === 'vanishes');
  const details = checks.map(describe).join('\n');
  return html`<span class="${isLoud ? 'badge priority-high' : 'hint'}" title="${details}">${words}</span>`;
}

function describe({ field, verdict, strata, pooled, oddsRatio, lower, upper }: RelationCheckRow): string {
  const ratio = (value: number | null) => (value === null ? '?' : formatRatio(value));
  const within = `${ratio(oddsRatio)} (${ratio(lower)} – ${ratio(upper)})`;
  return `${field}, ${strata} values: ${verdict}. Odds ratio ${ratio(pooled)} over all, ${within} within`;
}
