import { type Html, html } from '../html.ts';

/** What a list keeps to, each condition with a link that drops it. */
export function conditionList(conditions: readonly { label: string; without: string }[]): Html | false {
  return (
    conditions.length > 0 &&
    html`<ul class="conditions" aria-label="The list keeps to">${conditions.map(
      ({ label, without }) =>
        html`<li><span>${label}</span><a href="${without}" aria-label="Drop: ${label}" title="Drop this condition">×</a></li>`,
    )}</ul>`
  );
}
