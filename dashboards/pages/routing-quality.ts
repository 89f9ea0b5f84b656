import { formatCount, formatCounted, formatMoment, formatProbability, formatRatio, formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { categoryLink } from '../parts/category.ts';
import { costCurveFigure } from '../parts/cost-curve.ts';
import { moment } from '../parts/passage.ts';
import { shareLine } from '../parts/share-line.ts';
import type { Interval, RoutingModelRow, RoutingQualityView } from '../views/routing-quality.ts';

const stateNames = { candidate: 'Candidate', shadow: 'In the shadow', live: 'Live', retired: 'Retired' };
const stateActions = { live: 'Let it route', shadow: 'Run in the shadow', retired: 'Retire' };

/** Whether complaints go where they belong, and what it would take to let more of them go by themselves. */
export function routingQualityPage(view: RoutingQualityView, frame: Frame): Html {
  return layout({
    title: 'Routing quality',
    section: 'routing-quality',
    frame,
    scripts: 'charts',
    body: html`<div class="heading"><h1>Routing quality</h1></div>
<p class="lead">Do complaints reach the right department by themselves, and how many more could?</p>
${accuracyCard(view)}
${view.chosen ? curveCard(view, view.chosen) : noModel(view)}
${view.models.length > 0 && modelsCard(view.models)}
${view.shadow && shadowCard(view.shadow)}
${view.drift && driftCard(view.drift)}`,
  });
}

function accuracyCard({ accuracy, confidence }: RoutingQualityView): Html {
  if (accuracy.length === 0) {
    return html`<section class="card empty"><h2>No routed case is closed yet</h2><p>Departments say whether a complaint was theirs by closing it, or by giving it to another department. From then on it is counted here, and learned from.</p></section>`;
  }
  return html`<section class="card"><h2>Did they stay where they were sent?</h2><p class="hint">Of the closed cases that a rule or a model sent to a department: how many it closed itself, with the interval of ${formatShare(confidence)}.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Accuracy by department"><table><thead><tr><th scope="col">Department</th><th scope="col" class="number">Closed</th><th scope="col" class="number">Stayed</th><th scope="col" class="number">Interval</th><th scope="col" class="number">Reopened</th><th scope="col" class="wide-only">By week</th></tr></thead><tbody>${accuracy.map(
    ({ team, closed, stayed, reopened, share, weeks }) =>
      html`<tr><th scope="row"><a href="/departments/${encodeURIComponent(team.team)}">${team.name}</a></th><td class="number">${formatCount(closed)}</td><td class="number">${formatCount(stayed)} (${formatShare(share.share)})</td><td class="number">${between(share)}</td><td class="number">${formatCount(reopened)}</td><td class="wide-only">${shareLine(weeks)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function noModel({ closed, fewestExamples }: RoutingQualityView): Html {
  return html`<section class="card empty"><h2>No model has been trained yet</h2><p>Rules route what they fit; a model can learn the rest from history. There are ${formatCounted(closed, 'closed case')} to learn from, and it takes ${formatCount(fewestExamples)}: <code>npx earshot routing train</code>. A file with texts and departments teaches it too: <code>npx earshot routing train --data history.csv --text text --label department</code>.</p></section>`;
}

function curveCard({ costs, confidence }: RoutingQualityView, chosen: NonNullable<RoutingQualityView['chosen']>): Html {
  const { model, points, best, teams, confusions } = chosen;
  const manual = points[0]?.cost ?? 0;
  return html`<section class="card"><h2>What could go by itself: model ${model.id}</h2>
<p class="hint">From a replay of ${formatCounted(model.complaints, 'complaint')}, each judged by what was learned from those before it.</p>
<form class="period" method="get" action="/routing/quality"><input type="hidden" name="model" value="${model.id}">
<label>A complaint at a wrong department costs <input type="number" name="misroute" min="0" step="any" value="${costs.misroute}"></label>
<label>A person who looks costs <input type="number" name="look" min="0" step="any" value="${costs.look}"></label><button>Draw</button></form>
${costCurveFigure(points, model.now, best)}
<dl class="facts"><div><dt>At the threshold in use</dt><dd>${pointWords(model.now)}</dd></div><div><dt>At the threshold of least cost</dt><dd>${pointWords(best)}</dd></div><div><dt>Looking at every complaint</dt><dd>costs ${formatRatio(manual)} each</dd></div></dl>
${best.threshold !== model.now.threshold && best.threshold !== null && thresholdForm(model, best.threshold)}
<details><summary>By department, at the threshold in use</summary><div class="scroll" tabindex="0" role="region" aria-label="By department"><table><thead><tr><th scope="col">Department</th><th scope="col" class="number">Its complaints</th><th scope="col" class="number">Sent to it</th><th scope="col" class="number">Rightly</th><th scope="col" class="number">Interval of ${formatShare(confidence)}</th></tr></thead><tbody>${teams.map(
    ({ team, complaints, routed, right, precision }) =>
      html`<tr><th scope="row">${team.name}</th><td class="number">${formatCount(complaints)}</td><td class="number">${formatCount(routed)}</td><td class="number">${precision ? `${formatCount(right)} (${formatShare(precision.share)})` : '–'}</td><td class="number">${precision ? between(precision) : '–'}</td></tr>`,
  )}</tbody></table></div></details>
${confusions.length > 0 && html`<details><summary>The commonest mistakes</summary><ul>${confusions.map(({ truth, given, count }) => html`<li>${formatCounted(count, 'complaint')} of ${truth.name} to ${given.name}</li>`)}</ul></details>`}</section>`;
}

function thresholdForm(model: RoutingModelRow, threshold: number): Html {
  return html`<form method="post" action="/routing/models/${model.id}/threshold"><input type="hidden" name="threshold" value="${threshold}"><button class="primary">Use the threshold of least cost</button></form>`;
}

function pointWords({ threshold, share, errors, cost }: RoutingModelRow['now']): string {
  if (threshold === null) return `nothing goes by itself; it costs ${formatRatio(cost)} a complaint`;
  return `${threshold.toFixed(2)}: ${formatShare(share)} go by themselves, ${formatShare(errors.share)} of them wrong (${between(errors)}); it costs ${formatRatio(cost)} a complaint`;
}

function between({ lower, upper }: Pick<Interval, 'lower' | 'upper'>): string {
  return `${formatShare(lower)} – ${formatShare(upper)}`;
}

function modelsCard(models: RoutingModelRow[]): Html {
  return html`<section class="card"><h2>Models</h2><div class="scroll" tabindex="0" role="region" aria-label="Models"><table><thead><tr><th scope="col">Model</th><th scope="col">State</th><th scope="col">Learned from</th><th scope="col" class="number">By itself</th><th scope="col" class="number">Wrong</th><th scope="col" class="number">Cost</th><th scope="col">Change</th></tr></thead><tbody>${models.map(
    (model) =>
      html`<tr><th scope="row"><a href="${model.href}">Model ${model.id}</a><p class="detail">${moment(model.madeAt, formatMoment(model.madeAt))}</p></th><td><span class="badge">${stateNames[model.state]}</span></td><td>${model.source}, ${formatCounted(model.examples, 'example')}</td><td class="number">${formatShare(model.now.share)}</td><td class="number">${formatShare(model.now.errors.share)}</td><td class="number">${formatRatio(model.now.cost)}</td><td>${stateForms(model)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function stateForms({ id, state }: RoutingModelRow): Html {
  const states = (['live', 'shadow', 'retired'] as const).filter((other) => other !== state);
  return html`${states.map((other) => html`<form class="inline" method="post" action="/routing/models/${id}/${other}"><button class="quiet">${stateActions[other]}<span class="unseen"> model ${id}</span></button></form>`)}`;
}

function shadowCard(shadow: NonNullable<RoutingQualityView['shadow']>): Html {
  const { candidate, complaints, agree, closed, liveRight, shadowRight, differences } = shadow;
  if (complaints === 0) {
    return html`<section class="card empty"><h2>In the shadow: ${candidate}</h2><p>No complaint has come since it runs. Each new one is judged by it, and nothing is sent by it.</p></section>`;
  }
  return html`<section class="card"><h2>In the shadow: ${candidate}</h2><p>Of ${formatCounted(complaints, 'complaint')} it would have sent ${formatShare(agree / complaints)} where they went. Of ${formatCount(closed)} closed since, routing as it is was right on ${formatCount(liveRight)}, ${candidate} on ${formatCount(shadowRight)}.</p>
${
  differences.length > 0 &&
  html`<div class="scroll" tabindex="0" role="region" aria-label="Where they differ"><table><thead><tr><th scope="col">Complaint</th><th scope="col">Went to</th><th scope="col">Would have gone to</th><th scope="col" class="number">Sure</th><th scope="col">Closed by</th></tr></thead><tbody>${differences.map(
    ({ href, title, live, shadow: would, score, settled }) =>
      html`<tr><th scope="row"><a href="${href}">${title}</a></th><td>${live.name}</td><td>${would.name}</td><td class="number">${formatShare(score)}</td><td>${settled?.name ?? 'still open'}</td></tr>`,
  )}</tbody></table></div>`
}</section>`;
}

function driftCard({ index, p, drifted, movers }: NonNullable<RoutingQualityView['drift']>): Html {
  return html`<section class="card"><h2>Do complaints still look as they did?</h2><p>${drifted ? html`<strong>They have changed</strong>: train again, and look at the rules.` : 'They have not changed much.'} <span class="detail">Stability index of the topics of the latest four weeks against those before: ${formatRatio(index)} (p ${formatProbability(p)}); from 0.25 on it is a large shift.</span></p>
<ul>${movers.map(({ category, before, since }) => html`<li>${categoryLink(category)}: ${formatShare(before)} before, ${formatShare(since)} since</li>`)}</ul></section>`;
}
