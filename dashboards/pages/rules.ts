import { formatCount, formatCounted } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import type { Rules } from '../views/rules.ts';

/** The rules read aloud, with what each does to texts that came in. */
export function rulesPage(view: Rules, frame: Frame): Html {
  const { texts, complaints, rules, fallThrough, problems } = view;
  return layout({
    title: 'Rules',
    section: 'rules',
    frame,
    body: html`<div class="heading"><h1>Rules</h1></div>
<p class="lead">The first rule that fits a complaint says where it goes. Held against the latest ${formatCounted(texts, 'text')}, ${formatCount(complaints)} of them complaints. Rules stand in <code>pipelines/routing/</code>.</p>
${problems.length > 0 && html`<section class="notice" aria-label="To be mended"><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></section>`}
<p class="notice">${fallThrough.texts === 0 ? 'Every complaint is fitted by some rule.' : html`${formatCounted(fallThrough.texts, 'complaint')} ${fallThrough.texts === 1 ? 'falls' : 'fall'} through all rules, to triage: ${fallThrough.examples.map((id) => html`<a href="/texts/${id}">text ${id}</a> `)}`}</p>
<div class="card scroll" tabindex="0" role="region" aria-label="Rules"><table><caption class="unseen">Rules in their order</caption><thead><tr><th scope="col">Rule</th><th scope="col" class="number">Sends</th><th scope="col" class="number">Fits</th><th scope="col">Taken by an earlier rule</th></tr></thead><tbody>${rules.map(row)}</tbody></table></div>`,
  });
}

function row({ name, words, fits, wins, shadowedBy }: Rules['rules'][number]): Html {
  const state = fits === 0 ? 'fits no text' : wins === 0 ? 'never its turn' : null;
  return html`<tr><th scope="row">${name}${state !== null && html` <span class="badge alarm">${state}</span>`}<p class="detail">${words}</p></th><td class="number">${formatCount(wins)}</td><td class="number">${formatCount(fits)}</td><td>${shadowedBy ? html`${formatCount(shadowedBy.texts)} by “${shadowedBy.rule}”, such as <a href="/texts/${shadowedBy.example}">text ${shadowedBy.example}</a>` : '–'}</td></tr>`;
}
