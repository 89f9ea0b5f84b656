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

/** Reads a mail's HTML as its reader sees it: the words of links, no pictures, nothing hidden. */
export const htmlText: (html: string) => string = compile(options);
