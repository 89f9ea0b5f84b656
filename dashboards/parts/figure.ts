import { type Html, html, jsonBlock } from '../html.ts';

/**
 * A picture that a script draws from data in the page, with a table that says the same to those who cannot see it.
 * @param name unique on the page. @param kind the script's name for this kind of picture.
 */
export function figure({
  name,
  kind,
  title,
  says,
  data,
  table,
}: {
  name: string;
  kind: 'timeline' | 'heat-map' | 'network' | 'cost-curve' | 'quadrant';
  title: string;
  /** What the picture shows, in a sentence. */
  says: string;
  data: unknown;
  table: Html;
}): Html {
  return html`<figure class="picture">
<div class="canvas ${kind}" role="img" aria-label="${title}. ${says} The table below says the same." data-chart="${kind}" data-source="${name}-data"></div>
<noscript><p class="hint">The picture needs scripts; the table says the same.</p></noscript>
${jsonBlock(`${name}-data`, data)}
<details><summary>${title} as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="${title} as a table">${table}</div></details>
</figure>`;
}
