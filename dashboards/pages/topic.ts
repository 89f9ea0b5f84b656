import { channelName, facetNames, formatCount, formatDay, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { changeTable } from '../parts/change-table.ts';
import { countLink } from '../parts/count.ts';
import { mood, moodBar, satisfactionCells, satisfactionHeadings } from '../parts/mood.ts';
import { moment, passage } from '../parts/passage.ts';
import { periodForm } from '../parts/period-form.ts';
import { findings } from '../parts/relation-table.ts';
import { timelineFigure } from '../parts/timeline.ts';
import { topicTable, topicTableRow } from '../parts/topic-table.ts';
import type { Topic, Voice } from '../views/topics.ts';

/** One category: what it means, how it goes, and what people say. */
export function topicPage(view: Topic, frame: Frame): Html {
  const { category, texts, satisfaction } = view;
  return layout({
    title: category.fullName,
    section: 'topics',
    frame,
    scripts: 'charts',
    body: html`<nav class="trail" aria-label="Trail"><a href="/topics">All topics</a>${view.facet !== 'topic' && html` › <a href="/topics#${view.facet}">${facetNames[view.facet]}</a>`}${view.parent && html` › <a href="${view.parent.href}">${view.parent.name}</a>`}</nav>
<div class="heading"><h1>${category.name}</h1>${periodForm(view.period)}</div>
<p class="lead">${view.definition}</p>
<ul class="tiles">
<li class="tile"><h2>Texts</h2><p class="figure">${countLink(texts, `texts about ${category.fullName}`)}</p><p class="detail">${formatShare(view.share)} of all</p></li>
<li class="tile"><h2>Satisfaction with it</h2><p class="figure">${mood(satisfaction.mean, satisfaction.grade)}</p><p class="detail"><span>${countLink(satisfaction.negative, 'negative')} negative</span> ${moodBar(satisfaction, texts.count)} <span>${countLink(satisfaction.positive, 'positive')} positive</span></p></li>
<li class="tile words"><h2>How it is seen</h2>${vocabularyOf(view)}</li>
</ul>
${
  texts.count > 0
    ? html`<section class="card"><h2>Over time</h2>${timelineFigure(view.timeline, `Texts about ${category.name} over time`, view.changes)}${view.changes.length > 0 && html`<h3>Where its level changed</h3>${changeTable(view.changes)}`}</section>
<div class="columns">
${voicesCard('What makes people happy', view.positive, 'Nobody speaks well of it here.')}
${voicesCard('What makes people unhappy', view.negative, 'Nobody speaks ill of it here.')}
</div>`
    : html`<p class="notice">No text affirms it${view.period.from !== null || view.period.to !== null || view.period.channel !== null ? ' on these days by this channel' : ' yet'}.</p>`
}
${view.below.length > 0 && html`<section class="card"><h2>In detail</h2>${topicTable(`Below ${category.name}`, html`<tbody>${view.below.map((row) => topicTableRow(row, 'own name'))}</tbody>`)}</section>`}
<div class="branches">
${view.related.length > 0 && html`<section class="card branch"><h2>Goes together with</h2><p class="hint">By the latest mining run, over all texts.</p>${findings(view.related, category.id)}<p class="more"><a href="/relations?category=${encodeURIComponent(category.id)}">All its relations</a></p></section>`}
${view.attributes.map(attributeCard)}
</div>`,
  });
}

function vocabularyOf({ cues, not }: Topic): Html {
  if (cues.length === 0) return html`<p class="detail">By the categories below it.</p>`;
  const list = (words: string[]) =>
    html`<ul class="cues">${words.map((word) => html`<li><code>${word}</code></li>`)}</ul>`;
  return html`<details><summary>${formatCount(cues.length)} cues${not.length > 0 && html`, ${formatCount(not.length)} exclusions`}</summary>${list(cues)}${not.length > 0 && html`<p class="detail">Not where it reads:</p>${list(not)}`}</details>`;
}

function voicesCard(title: string, voices: Voice[], none: string): Html {
  return html`<section class="card"><h2>${title}</h2>${
    voices.length === 0
      ? html`<p class="hint">${none}</p>`
      : html`<ul class="voices">${voices.map(
          (voice) =>
            html`<li><a href="${voice.href}"><blockquote>${passage(voice.parts)}</blockquote></a><p class="detail">${mood(voice.sentiment, voice.grade)} ${channelName[voice.channel]}, ${moment(voice.receivedAt, formatDay(voice.receivedAt.slice(0, 10)))}</p></li>`,
        )}</ul>`
  }</section>`;
}

function attributeCard({ name, values, rows }: Topic['attributes'][number]): Html {
  const rest = values - rows.length;
  return html`<section class="card branch"><h2>By ${name}</h2><div class="scroll" tabindex="0" role="region" aria-label="By ${name}"><table><caption>Texts by ${name}${rest > 0 && `: the ${formatCount(rows.length)} most frequent of ${formatCount(values)} values`}</caption><thead><tr><th scope="col">${name}</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Share</th>${satisfactionHeadings}</tr></thead><tbody>${rows.map(
    ({ value, texts, share, satisfaction }) =>
      html`<tr><th scope="row">${value}</th><td class="number">${countLink(texts, `texts with ${name} ${value}`)}</td><td class="number">${formatShare(share)}</td>${satisfactionCells(satisfaction, texts.count, value)}</tr>`,
  )}</tbody></table></div></section>`;
}
