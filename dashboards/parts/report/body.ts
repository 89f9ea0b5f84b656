import { formatCount, formatCounted, formatDay, formatMoment, formatShare, windowWords } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import type { Report } from '../../views/report.ts';
import { dayBars } from '../bars.ts';
import { countLink } from '../count.ts';
import { foundSections } from './found.ts';
import { differenceTable, discrepancyTable, moverTable, overdueTable, reportRelations } from './tables.ts';

/** So many rows are shown; the rest stands in the files. */
const mostRows = 20;

/** The report without what stands around it, the same in a page, a file and a mail. @param base before addresses that are none of the report's own. */
export function reportBody(report: Report, base = ''): Html {
  return html`${tiles(report)}
${volumeSection(report)}
${movers(report)}
${differences(report)}
<section class="card"><h2>New relations</h2>${relations(report, 'newRelations', 'New relations')}</section>
<section class="card"><h2>Relations no longer found</h2>${relations(report, 'lostRelations', 'Relations no longer found')}</section>
${foundSections(report, base)}
<div class="columns"><section class="card"><h2>Cases overdue</h2>${report.overdue.length === 0 ? html`<p class="hint">None.</p>` : overdueTable(report.overdue)}<p class="hint">As of ${formatMoment(report.asOf)} UTC.</p></section>
${quality(report, base)}</div>
${madeWith(report)}`;
}

function tiles({ volume, movers, newRelations, overdue, check }: Report): Html {
  const late = overdue.reduce((sum, { cases }) => sum + cases.count, 0);
  return html`<ul class="tiles">
<li class="tile"><h2>Texts of the day</h2><p class="figure">${countLink(volume.day, 'texts of the day')}</p><p class="detail"><span>${countLink(volume.week, 'texts of the week')} in the week, ${countLink(volume.weekBefore, 'texts of the week before')} in the week before</span></p></li>
<li class="tile"><h2>Moved</h2><p class="figure">${formatCount(movers.length)}</p><p class="detail">${formatCounted(newRelations.length, 'new relation')}</p></li>
<li class="tile"><h2>Cases overdue</h2><p class="figure">${formatCount(late)}</p><p class="detail">${formatCounted(overdue.length, 'department')}</p></li>
<li class="tile${check.differ > 0 && ' late'}"><h2>Numbers checked</h2><p class="figure">${formatCount(check.checked)}</p><p class="detail">${check.differ === 0 ? '0 differ' : html`<a href="#check">${check.differ} differ</a>`}</p></li>
</ul>`;
}

function volumeSection({ volume, texts, ...report }: Report): Html {
  return html`<section class="card"><h2>Volume</h2><p class="hint">Texts a day; the darker ones are the last seven days. The findings below rest on ${countLink(texts, 'texts of the night')} texts${windowWords(report)}.</p>${dayBars(volume.byDay, volume.byDay.length - 7)}</section>`;
}

function movers({ movers: rows }: Report): Html {
  return html`<section class="card"><h2>What moved</h2>${rows.length === 0 ? html`<p class="hint">Nothing moved beyond chance.</p>` : moverTable(rows)}</section>`;
}

function differences({ before, differences: rows, changed, previous }: Report): Html {
  const heading = html`<h2>Since the night before</h2>`;
  if (before === null) {
    return html`<section class="card">${heading}<p class="hint">There is no night before to compare with. From the next one on, each change is put down here to its causes.</p></section>`;
  }
  const words =
    rows.length === 0
      ? html`<p class="hint">${previous === null ? 'What the night before counted is kept no more.' : 'No count changed, or the night before was run again since.'}</p>`
      : html`<p class="hint">What changed since the night for ${formatDay(before)}, and why: each row adds up.</p>${differenceTable(rows.slice(0, mostRows))}${rows.length > mostRows && html`<p class="hint">The ${formatCount(rows.length - mostRows)} smallest changes are left out here; the files have all.</p>`}`;
  return html`<section class="card">${heading}${words}${changed.length > 0 && html`<p class="notice">Not as the night before: ${changed.join(', ')}. Findings may differ for that.</p>`}</section>`;
}

function relations(report: Report, which: 'newRelations' | 'lostRelations', caption: string): Html {
  const rows = report[which];
  if (report.before === null) return html`<p class="hint">There is no night before to compare with.</p>`;
  if (rows.length === 0) return html`<p class="hint">None since ${formatDay(report.before)}.</p>`;
  return html`${reportRelations(caption, rows.slice(0, mostRows))}${rows.length > mostRows && html`<p class="hint">And ${formatCount(rows.length - mostRows)} weaker ones; the files have all.</p>`}`;
}

function quality({ quality: found, check }: Report, base: string): Html {
  const { both, machineOnly, personOnly } = found.spotChecks;
  const judged = both + machineOnly + personOnly;
  return html`<section class="card" id="check"><h2>How far to trust it</h2><dl class="facts">
<div><dt>Numbers</dt><dd>${formatCount(check.checked)} checked by a second count, ${formatCount(check.differ)} differ</dd></div>
<div><dt>Not read</dt><dd>${countLink(found.unread, 'texts in languages that no model reads')} texts in languages that no model reads</dd></div>
<div><dt>Corrected</dt><dd>${formatCounted(found.corrections, 'label')} put right by people since the night before</dd></div>
<div><dt>Spot checks</dt><dd>${judged === 0 ? html`none yet: <a href="${base}/spot-checks">a few texts a week</a> tell how good the labels are` : html`of ${formatCounted(judged, 'label')}, machine and person agree on ${formatShare(both / judged)}; ${formatCount(machineOnly)} by the machine only, ${formatCount(personOnly)} by the person only`}</dd></div>
</dl>${check.differ > 0 && discrepancyTable(check.discrepancies)}</section>`;
}

function madeWith({ manifest, versions }: Report): Html {
  return html`<details class="hint"><summary>Made with</summary><p class="versions">${[...Object.entries(manifest), ...Object.entries(versions)].map(([name, version]) => html`<span title="${version}">${name} <code>${version.slice(0, 12)}</code></span> `)}</p></details>`;
}
