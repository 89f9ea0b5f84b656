/** A number on a page and the list that it promises. */
export interface CountLink {
  count: number;
  href: string;
  label: string;
}

/** Every number of a page that is a link, as a reader of the markup finds it. */
export function countLinks(page: string): CountLink[] {
  return [...page.matchAll(/<a class="count[^"]*" data-count="(\d+)" href="([^"]*)" aria-label="([^"]*)"/g)].map(
    ([, count = '', href = '', label = '']) => ({
      count: Number(count),
      href: readMarkup(href),
      label: readMarkup(label),
    }),
  );
}

/** How many a list says it lists in all. */
export function foundCount(page: string): number {
  const found = /data-found="(\d+)"/.exec(page)?.[1];
  if (found === undefined) throw new Error('This page is no list: it does not say how many it lists.');
  return Number(found);
}

/** The ids of what a page of a list lists. */
export function listedIds(page: string): string[] {
  return [...page.matchAll(/data-(?:text|case|failure)="([^"]*)"/g)].map(([, id = '']) => id);
}

/** The address of the list's next page. */
export function nextPage(page: string): string | null {
  const href = /<a href="([^"]*)" rel="next"/.exec(page)?.[1];
  return href === undefined ? null : readMarkup(href);
}

const escapes: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function readMarkup(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (code) => escapes[code] ?? code);
}
