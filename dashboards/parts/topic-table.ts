import { formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { TopicRow } from '../views/shared.ts';
import { countLink } from './count.ts';
import { satisfactionCells, satisfactionHeadings } from './mood.ts';
import { sparkline } from './sparkline.ts';

/** Categories with volume, share, satisfaction and trend. */
export function topicTable(caption: string, rows: Html): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="topics"><caption>${caption}</caption><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Texts</th><th scope="col" class="number">Share</th>${satisfactionHeadings}<th scope="col">Trend</th></tr></thead>${rows}</table></div>`;
}

/** @param below whether the row stands below the one before it. */
export function topicTableRow(row: TopicRow, below = false): Html {
  const { category, texts, share, satisfaction, trend } = row;
  return html`<tr${below && html` class="below"`}><th scope="row"><a href="${category.href}">${category.name}</a></th><td class="number">${countLink(texts, `texts about ${category.name}`)}</td><td class="number">${formatShare(share)}</td>${satisfactionCells(satisfaction, texts.count, category.name)}<td>${sparkline(trend)}</td></tr>`;
}
