import { caseStates, channels, type Grade } from '../../src/types.ts';
import {
  channelName,
  channelNames,
  facetNames,
  formatCounted,
  formatDay,
  formatLanguage,
  gradeName,
  stateNames,
} from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { conditionList } from '../parts/condition-list.ts';
import { mood } from '../parts/mood.ts';
import { moment, passage } from '../parts/passage.ts';
import type { ListedText, Texts } from '../views/texts.ts';

/** Hues that evidence is marked with; further categories begin again with the first. */
const hues = 8;
const grades: Grade[] = [-2, -1, 0, 1, 2];

/** The texts that a filter means, the newest first. */
export function textsPage(view: Texts, frame: Frame): Html {
  return layout({
    title: 'Texts',
    section: 'texts',
    frame,
    body: html`<div class="heading"><h1><span data-found="${view.found}">${formatCounted(view.found, 'text')}</span>${view.orMore && ' or more'}</h1></div>
${conditionList(view.conditions)}
${searchForm(view)}
${
  view.texts.length === 0
    ? html`<p class="notice">${view.found === 0 ? 'No text fits. Drop a condition above, or search for something else.' : 'There are no further texts.'}</p>`
    : html`${hueLegend(view)}<ul class="texts">${view.texts.map((text) => listedText(text, view.asked))}</ul>`
}
${(view.next ?? view.first) && html`<nav class="pager" aria-label="Pages of texts">${view.first && html`<a href="${view.first}">← Newest</a>`}${view.next && html`<a href="${view.next}" rel="next">Older texts →</a>`}</nav>`}`,
  });
}

function searchForm({ form, categories, teams, conditions }: Texts): Html {
  const options = (chosen: string, all: [value: string, name: string][]) =>
    all.map(([value, name]) => html`<option value="${value}"${value === chosen && html` selected`}>${name}</option>`);
  return html`<details class="card search"${conditions.length === 0 && html` open`}><summary>Search</summary><form method="get" action="/texts">
<label class="wide">Words <input type="search" name="q" value="${form.words}" maxlength="200"></label>
<label class="wide">Category <select name="category"><option value="">Any</option>${categories.map(
    (group) =>
      html`<optgroup label="${facetNames[group.facet]}">${options(
        form.category,
        group.options.map(({ id, fullName }) => [id, fullName]),
      )}</optgroup>`,
  )}</select></label>
<label>Channel <select name="channel"><option value="">Any</option>${options(
    form.channel,
    channels.map((channel) => [channel, channelNames[channel]]),
  )}</select></label>
<label>Satisfaction <select name="grade"><option value="">Any</option>${options(
    form.grade,
    grades.map((grade) => [String(grade), gradeName(grade)]),
  )}</select></label>
<label>Department <select name="team"><option value="">Any</option>${options(
    form.team,
    teams.map(({ team, name }) => [team, name]),
  )}</select></label>
<label>Case <select name="state"><option value="">Any</option>${options(
    form.state,
    caseStates.map((state) => [state, stateNames[state]]),
  )}</select></label>
<label>From <input type="date" name="from" value="${form.from}"></label>
<label>To <input type="date" name="to" value="${form.to}"></label>
${form.kept.map(({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="primary">Search</button>
<a href="/texts">Every text</a>
</form></details>`;
}

/** Which hue marks which category, where several were asked for. */
function hueLegend({ asked }: Texts): Html | false {
  return (
    asked.length > 1 &&
    html`<p class="hint hue-legend">Marked: ${asked.map(({ fullName }, at) => html`<mark class="hue-${at % hues}">${fullName}</mark> `)}</p>`
  );
}

function listedText(text: ListedText, asked: Texts['asked']): Html {
  const hueOf = (categories: readonly string[]) =>
    Math.max(
      0,
      asked.findIndex(({ id }) => categories.includes(id)),
    ) % hues;
  const isNamed = text.customer !== null && text.title.includes(text.customer);
  return html`<li class="card" data-text="${text.id}"><h2><a href="${text.href}">${text.title}</a></h2>
<p class="snippet" lang="${text.language}">${passage(text.snippet, hueOf)}</p>
<p class="detail">${text.understood ? mood(text.sentiment, text.grade) : html`<span class="badge">${formatLanguage(text.language)}, not understood</span>`} <span>${channelName[text.channel]} of ${moment(text.receivedAt, formatDay(text.receivedAt.slice(0, 10)))}</span>${text.language !== 'en' && text.understood && html` <span>${formatLanguage(text.language)}</span>`}${text.customer !== null && !isNamed && html` <span>Customer ${text.customer}</span>`}${text.case && html` <a href="${text.case.href}">${text.case.teamName}, ${stateNames[text.case.state].toLowerCase()}</a>`}</p></li>`;
}
