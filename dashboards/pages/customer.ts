import { channelName, formatCounted, formatDay, formatExpected, priorityNames, stateNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import { type Frame, layout } from '../layout.ts';
import { categoryLink } from '../parts/category.ts';
import { countLink } from '../parts/count.ts';
import { moodSign } from '../parts/mood.ts';
import { moment } from '../parts/passage.ts';
import type { Customer, CustomerChain, CustomerStep } from '../views/customer.ts';

/** One customer through time: topics, feelings, cases, and what followed what. */
export function customerPage({ customer, texts, steps, chains }: Customer, frame: Frame): Html {
  return layout({
    title: `Customer ${customer}`,
    section: 'texts',
    frame,
    body: html`<nav class="trail" aria-label="Trail"><a href="/texts">Texts</a></nav>
<div class="heading"><h1>Customer ${customer}</h1></div>
<p class="lead">${countLink(texts, 'texts of the customer')} ${texts.count === 1 ? 'text' : 'texts'}${steps.length < texts.count && html`, the latest ${formatCounted(steps.length, 'text')} here`}.</p>
${chains.length > 0 && html`<section class="card"><h2>What followed what</h2><p class="hint">Sequences that the latest night found more often among all customers than chance would have it.</p><ol class="findings">${chains.map(chain)}</ol></section>`}
<section class="card"><h2>Timeline</h2><ol class="history timeline-list">${steps.map(step)}</ol></section>`,
  });
}

function chain({ first, then, firstText, thenText, days, customers, expected }: CustomerChain): Html {
  return html`<li><p>${categoryLink(first)} <span class="with">then</span> ${categoryLink(then)}</p><p class="detail"><a href="${firstText.href}">${formatDay(firstText.day)}</a> → <a href="${thenText.href}">${formatDay(thenText.day)}</a>, ${formatCounted(days, 'day')} later; ${formatCounted(customers, 'customer')} in all, ${formatExpected(expected)} by chance</p></li>`;
}

function step({ href, title, channel, receivedAt, grade, understood, categories, case: found }: CustomerStep): Html {
  return html`<li><p>${moment(receivedAt, formatDay(receivedAt.slice(0, 10)))} ${moodSign(grade, understood)} <a href="${href}">${title}</a> <span class="detail">${channelName[channel]}</span></p>${categories.length > 0 && html`<p class="detail">${categories.map((category, at) => html`${at > 0 && ', '}${categoryLink(category)}`)}</p>`}${found && html`<p class="detail"><a href="${found.href}">Case of ${found.teamName}</a>: ${stateNames[found.state].toLowerCase()}, ${priorityNames[found.priority].toLowerCase()} priority${found.overdue && html` <span class="badge">overdue</span>`}</p>`}</li>`;
}
