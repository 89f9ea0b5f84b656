import { formatImpact, formatProbability, formatScore, windowWords } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { categoryLink } from '../parts/category.ts';
import { countLink } from '../parts/count.ts';
import { figure } from '../parts/figure.ts';
import { interval } from '../parts/interval.ts';
import { mood } from '../parts/mood.ts';
import type { DriverRow, Drivers } from '../views/drivers.ts';

/** What moves satisfaction, and what to mend first. */
export function driversPage(view: Drivers, frame: Frame): Html {
  return layout({
    title: 'Drivers',
    section: 'drivers',
    frame,
    scripts: 'charts',
    body: html`<div class="heading"><h1>What moves satisfaction</h1></div>${
      view.run && view.rows.length > 0
        ? content(view.rows, view.run)
        : html`<section class="card empty"><h2>Nothing can be said yet</h2><p>It takes a night over some hundred texts: run <code>npx earshot nightly</code> in a terminal.</p></section>`
    }`,
  });
}

function content(rows: readonly DriverRow[], run: NonNullable<Drivers['run']>): Html {
  const topics = rows.filter(({ category }) => category !== null);
  return html`<p class="lead">How much better or worse texts feel that name a topic, or come with a value of coded data, all other topics and values being equal. From ${countLink(run.texts, 'texts of the night')} texts${windowWords(run)}.</p>
${topics.length > 0 && html`<section class="card"><h2>What to mend first</h2>${quadrant(topics)}</section>`}
<section class="card"><h2>Effects</h2><div class="scroll" tabindex="0" role="region" aria-label="Effects">${driverTable(rows)}</div><p class="hint">Effect: on the scale of sentiment from −1 to +1, with its 99 % interval. Impact: the effect times the share of texts, which is by how much the mean of all texts would change. An effect says what goes with what, all else being equal; it is no proof of a cause. A feeling is told by words, and some topics are named by words of feeling.</p></section>`;
}

function quadrant(topics: readonly DriverRow[]): Html {
  return figure({
    name: 'drivers',
    kind: 'quadrant',
    title: 'Volume against satisfaction',
    says: 'Each circle is a topic: the further right, the more texts; the lower, the less satisfied; the larger, the more it moves the mean. What to mend first is at the lower right.',
    data: topics.map(({ name, texts, mean, grade, effect, impact }) => {
      return { name, texts: texts.count, href: texts.href, mean, grade, effect, impact };
    }),
    table: driverTable(topics),
  });
}

function driverTable(rows: readonly DriverRow[]): Html {
  return html`<table class="topics"><caption>What moves satisfaction, the largest impact first</caption><thead><tr><th scope="col">Topic or coded data</th><th scope="col" class="number">Texts</th><th scope="col" class="number" title="Mean feeling towards the topic">Satisfaction</th><th scope="col" class="number" title="All else being equal, with its 99 % interval">Effect</th><th scope="col" class="number" title="Effect times share of texts">Impact</th><th scope="col" class="number wide-only" title="Probability by chance, corrected for all that was weighed">q</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${row.category ? categoryLink(row.category) : row.name}${row.unusual && html` <span class="badge">beyond chance</span>`}</th><td class="number">${countLink(row.texts, `texts, ${row.name}`)}</td><td class="number">${row.mean === null ? '–' : mood(row.mean, row.grade)}</td><td class="number">${formatScore(row.effect)}${interval(row.lower, row.upper)}</td><td class="number">${formatImpact(row.impact)}</td><td class="number wide-only">${formatProbability(row.q)}</td></tr>`,
  )}</tbody></table>`;
}
