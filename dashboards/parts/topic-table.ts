import { formatShare } from '../format.ts';
import { type Html, html } from '../html.ts';
import type { TopicRow } from '../views/shared.ts';
import { categoryLink } from './category.ts';
import { countLink } from './count.ts';
import { satisfactionCells, satisfactionHeadings } from './mood.ts';
import { sparkline } from './sparkline.ts';

/** Categories with volume, share, satisfaction and trend. */
export function topicTable(caption: string, rows: Html): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="topics"><caption>${caption}</caption><thead><tr><th scope="col">Topic</th><th scope="col" class="number">Texts</th><th scope="col" class="number wide-only">Share</th>${satisfactionHeadings}<th scope="col" class="wide-only">Trend</th></tr></thead>${rows}</table></div>`;
}

/** A category by its full name, or by its own where `below` says that it stands below the row before it. */
export function topicTableRow(row: TopicRow, below: 'below' | 'own name' | null = null): Html {
  const { category, texts, share, satisfaction, trend } = row;
  const name = below === null ? categoryLink(category) : html`<a href="${category.href}">${category.name}</a>`;
  return html`<tr${below === 'below' && html` class="below"`}><th scope="row">${name}</th><td class="number">${countLink(texts, `texts about ${category.fullName}`)}</td><td class="number wide-only">${formatShare(share)}</td>${satisfactionCells(satisfaction, texts.count, category.fullName)}<td class="wide-only">${sparkline(trend)}</td></tr>`;
}
