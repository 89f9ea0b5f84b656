import { facetNames, formatMoment, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Finder, TextView } from '../views/texts.ts';
import { actorName } from './actor.ts';
import { categoryLink } from './category.ts';
import { mood } from './mood.ts';
import { moment } from './passage.ts';

/** Hues that evidence is marked with; further categories begin again with the first. */
export const hues = 8;

type Row = TextView['categories'][number];

/** What a text names and why, and the forms by which a person says otherwise. */
export function textEvidence(view: TextView): Html {
  const { categories, denied, overruled, understood } = view;
  if (!understood) {
    return html`<section class="card"><h2>Evidence</h2><p class="hint">It is kept and counted, but not analysed.</p></section>`;
  }
  const own = categories.filter(({ foundBy }) => foundBy.length > 0);
  const above = categories.filter(({ foundBy }) => foundBy.length === 0);
  return html`<section class="card" id="evidence"><h2>Evidence</h2>
${own.length > 0 ? html`<ul class="evidence-list">${own.map((row) => evidenceRow(row, view.id))}</ul>` : html`<p class="hint">It names nothing that the vocabulary knows.</p>`}
${above.length > 0 && html`<p class="hint">So it counts for ${above.map(({ category }, at) => html`${at > 0 && ', '}<a href="${category.href}">${category.fullName}</a>`)} too.</p>`}
${overruled.length > 0 && html`<h3>Found, but not so</h3><ul class="evidence-list">${overruled.map(({ category, words }) => html`<li><span class="switch"></span><span>${categoryLink(category)}${quoted(words)}</span></li>`)}</ul>`}
${denied.length > 0 && html`<h3>Named only to be denied</h3><ul class="evidence-list">${denied.map(({ category, words }) => html`<li><span class="switch"></span><span>${categoryLink(category)}${quoted([words])}</span></li>`)}</ul>`}
${addForm(view)}
${historyOf(view)}</section>`;
}

function evidenceRow(row: Row, text: number): Html {
  const { category, facet, words, foundBy, sentiment, grade, colour, shown } = row;
  const name =
    colour === null
      ? categoryLink(category)
      : html`<a href="${category.href}" class="swatch hue-${colour % hues}">${category.fullName}</a>`;
  return html`<li><span class="switch">${colour !== null && html`<input type="checkbox" id="evidence-${colour}" aria-label="Mark ${category.fullName}"${shown && html` checked`}>`}</span><span>${name} <span class="facet">${facetNames[facet]}</span>${quoted(words)}<span class="detail found-by">${foundBy.map((finder, at) => html`${at > 0 && ', '}${finderName(finder)}`)}</span></span><span class="judged">${mood(sentiment, grade)}${judge(row, text)}</span></li>`;
}

function quoted(words: readonly string[]): Html | false {
  return (
    words.length > 0 &&
    html`<span class="detail words">${words.map((word, at) => html`${at > 0 && ', '}“${word}”`)}</span>`
  );
}

function finderName({ by, name, score }: Finder): string {
  if (by === 'vocabulary') return 'by the vocabulary';
  if (by === 'person') return 'by a person';
  if (by === 'examples') return `by likeness to its examples (${score.toFixed(2)})`;
  return name === 'sentiment' ? 'by how it feels' : `by the model ${name} (${formatShare(score)})`;
}

/** Right, or not so: what is said becomes an example, and holds in every count at once. */
function judge({ category, confirmed }: Row, text: number): Html {
  const said = confirmed
    ? html`<span class="confirmed" title="A person said that this is right">✓</span>`
    : verdictButton('yes', '✓', `${category.fullName} is right`);
  return html`<form class="judge" method="post" action="/texts/${text}/corrections"><input type="hidden" name="category" value="${category.id}">${said}${verdictButton('no', '✗', `${category.fullName} is not so`)}</form>`;
}

function verdictButton(verdict: string, sign: string, label: string): Html {
  return html`<button class="quiet" name="verdict" value="${verdict}" aria-label="${label}" title="${label}">${sign}</button>`;
}

const longestOption = 90;

function addForm({ id, addable, sentences }: TextView): Html {
  const short = (sentence: string): string =>
    sentence.length <= longestOption ? sentence : `${sentence.slice(0, longestOption)} …`;
  return html`<form class="action" method="post" action="/texts/${id}/corrections"><input type="hidden" name="verdict" value="yes">
<label>It also names <select name="category" required data-add><option value="">Choose</option>${addable.map(({ facet, options }) => html`<optgroup label="${facetNames[facet]}">${options.map((option) => html`<option value="${option.id}">${option.fullName}</option>`)}</optgroup>`)}</select></label>
<label>as it says in <select name="sentence"><option value="">the text as a whole</option>${sentences.map((sentence, at) => html`<option value="${at}">${short(sentence)}</option>`)}</select></label><button>Add</button></form>`;
}

const verdictWords = { yes: 'It names', no: 'It does not name', withdrawn: 'Taken back:' } as const;

function historyOf({ id, corrections }: TextView): Html | false {
  if (corrections.length === 0) return false;
  const latest = new Set<string>();
  return html`<h3>What people said of it</h3><ol class="history">${corrections.map(
    ({ category, verdict, actor, at }) => {
      const holds = !latest.has(category.id) && verdict !== 'withdrawn';
      latest.add(category.id);
      return html`<li><p><strong>${verdictWords[verdict]}</strong> ${categoryLink(category)}</p><p class="detail">${moment(at, formatMoment(at))} by ${actorName(actor)}${holds && takeBack(id, category)}</p></li>`;
    },
  )}</ol>`;
}

function takeBack(text: number, { id, fullName }: Row['category']): Html {
  return html`<form class="judge" method="post" action="/texts/${text}/corrections"><input type="hidden" name="category" value="${id}"><button class="quiet" name="verdict" value="withdrawn" aria-label="Take back what was said of ${fullName}">Take back</button></form>`;
}
