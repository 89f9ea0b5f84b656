import { channels } from '../../src/types.ts';
import { channelNames } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { Period } from '../views/shared.ts';

/** Keeps a page to days and a channel. */
export function periodForm({ action, from, to, channel }: Period): Html {
  const isKept = from !== null || to !== null || channel !== null;
  return html`<form class="period" method="get" action="${action}" aria-label="Keep to days and a channel">
<label>From <input type="date" name="from" value="${from}"></label>
<label>To <input type="date" name="to" value="${to}"></label>
<label>Channel <select name="channel"><option value="">All channels</option>${channels.map(
    (option) =>
      html`<option value="${option}"${option === channel && html` selected`}>${channelNames[option]}</option>`,
  )}</select></label>
<button>Show</button>
${isKept && html`<a href="${action}">Show everything</a>`}
</form>`;
}
