import { compile, type HtmlToTextOptions } from 'html-to-text';

const skipped = ['head', 'style', 'script', 'noscript', 'template', 'svg', 'title', 'object', 'img', 'video', 'audio'];

/** What senders hide from readers: previews for the inbox, and words for filters. */
const hidden = ['[hidden]', '[style*="display:none"]', '[style*="display: none"]', '[style*="mso-hide:all"]'];

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Hostile nesting would overflow the stack; beyond these limits the rest is left out.
  limits: { maxDepth: 200, maxChildNodes: 50_000, maxInputLength: 2 ** 24, ellipsis: '' },
  selectors: [
    ...[...skipped, ...hidden].map((selector) => ({ selector, format: 'skip' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'hr', options: { length: 10 } },
    // Quoted mails get "> " before each line, as they have in plain text.
    { selector: 'blockquote', options: { trimEmptyLines: true, leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: 'pre', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
};

const toText = compile(options);

/** The parser's time grows with the square of the depth, so that one megabyte of `<div>` would take minutes. */
const DEEPEST = 10_000;

/**
 * Reads a mail's HTML as its reader sees it: the words of links, no pictures, nothing hidden.
 * @throws Error where elements are nested deeper than any honest mail's.
 */
export function htmlText(html: string): string {
  let depth = 0;
  for (const [, close] of html.matchAll(/<(\/?)(?!br|hr|img|p\b|li\b|t[drh]\b|meta|link|input|!)[a-z]/gi)) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) throw new Error(`The mail's HTML has more than ${DEEPEST} elements inside one another.`);
  }
  return toText(html);
}
