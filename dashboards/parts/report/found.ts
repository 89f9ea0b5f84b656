import { formatCount, formatImpact, formatScore } from '../../format.ts';
import { type Html, html } from '../../html.ts';
import type { Report, ReportDriver } from '../../views/report.ts';
import { categoryLink } from '../category.ts';
import { countLink } from '../count.ts';
import { interval } from '../interval.ts';

/** So many drivers are shown; the files have all. */
const mostDrivers = 8;

/** What the vocabulary does not know, and what moves satisfaction. @param base before addresses that are none of the report's own. */
export function foundSections(report: Report, base: string): Html {
  return html`<div class="columns"><section class="card"><h2>New topics</h2>${topics(report)}</section>
<section class="card"><h2>New names</h2>${names(report, base)}</section></div>
<section class="card"><h2>What moves satisfaction</h2>${drivers(report.drivers, base)}</section>`;
}

function topics({ newTopics }: Report): Html {
  if (newTopics.length === 0) return html`<p class="hint">No topic outside the vocabulary was born this night.</p>`;
  return html`<ul class="findings">${newTopics.map(({ name, texts }) => html`<li>${name}: ${countLink(texts, `texts about ${name}`)} texts</li>`)}</ul>`;
}

function names({ newNames, namesWaiting }: Report, base: string): Html {
  return html`${
    newNames.length === 0
      ? html`<p class="hint">No name that the night before had not seen.</p>`
      : html`<ul class="findings">${newNames.map(({ name, texts, switching }) => html`<li>${name}: ${countLink(texts, `texts that name ${name}`)} texts, ${formatCount(switching)} after words of switching</li>`)}</ul>`
  }${namesWaiting > 0 && html`<p class="hint">${formatCount(namesWaiting)} in all, unknown to the vocabulary when the night ran: <a href="${base}/discoveries">say what they are</a>.</p>`}`;
}

function drivers(rows: readonly ReportDriver[], base: string): Html {
  if (rows.length === 0)
    return html`<p class="hint">Nothing does beyond chance, or the texts are too few to say. It takes some hundred.</p>`;
  const caption = 'What moves satisfaction, the largest impact first';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr><th scope="col">Topic or coded data</th><th scope="col" class="number">Texts</th><th scope="col" class="number" title="All else being equal, with its 99 % interval">Effect</th><th scope="col" class="number" title="Effect times share of texts">Impact</th></tr></thead><tbody>${rows.slice(0, mostDrivers).map(driverRow)}</tbody></table></div><p class="hint">${rows.length > mostDrivers && html`And ${formatCount(rows.length - mostDrivers)} weaker ones. `}<a href="${base}/drivers">What to mend first</a>, by the latest night.</p>`;
}

function driverRow({ name, category, texts, effect, lower, upper, impact }: ReportDriver): Html {
  return html`<tr><th scope="row">${category ? categoryLink(category) : name}</th><td class="number">${countLink(texts, `texts, ${name}`)}</td><td class="number">${formatScore(effect)}${interval(lower, upper)}</td><td class="number">${formatImpact(impact)}</td></tr>`;
}
