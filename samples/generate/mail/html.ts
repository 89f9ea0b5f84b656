import type { Random } from '../random.ts';
import type { Quote } from './quote.ts';

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>\n');

/** The same mail in HTML, in the manner of one of three mail programs. */
export function htmlMail(paragraphs: string[], signature: string | null, quote: Quote | null, random: Random): string {
  switch (random.pick(['div', 'word', 'phone'])) {
    case 'div':
      return page(
        '',
        [...paragraphs, signature ?? '']
          .filter(Boolean)
          .map((text) => `<div>${escapeHtml(text)}</div>\n<div><br></div>`),
        quote &&
          `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${escapeHtml(quote.intro)}<br></div>\n<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">${escapeHtml(quote.bare)}</blockquote></div>`,
      );
    case 'word':
      return page(
        '<style><!-- p.MsoNormal { margin: 0cm; font-family: Calibri, sans-serif; font-size: 11pt } --></style>',
        [...paragraphs, signature ?? '']
          .filter(Boolean)
          .map((text) => `<p class="MsoNormal">${escapeHtml(text)}</p>\n<p class="MsoNormal">&nbsp;</p>`),
        quote &&
          `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${escapeHtml(quote.intro)}</p></div>\n<blockquote>${escapeHtml(quote.bare)}</blockquote>`,
      );
    default:
      return page(
        '<meta name="viewport" content="width=device-width">',
        [
          `<p style="font-size:14px">${paragraphs.map(escapeHtml).join('<br><br>\n')}</p>`,
          signature ? `<div id="signature"><font color="gray">${escapeHtml(signature)}</font></div>` : '',
        ],
        quote &&
          `<br><blockquote type="cite"><div>${escapeHtml(quote.intro)}</div><br>${escapeHtml(quote.bare)}</blockquote>`,
      );
  }
}

function page(head: string, body: string[], quote: string | null): string {
  return `<html>\n<head>${head}</head>\n<body>\n${[...body, quote ?? ''].filter(Boolean).join('\n')}\n</body>\n</html>\n`;
}
