/** Markup that is safe to send: made by `html` only. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** For the template below and for nothing else. */
  static fromTemplate(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template. `null`, `undefined` and `false` leave no trace. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * Builds markup from a template: every text put in is escaped, so that no text of a customer can become markup. Values
 * in attributes need quotes around them: `<a href="${href}">`.
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return Html.fromTemplate(strings.reduce((markup, part, at) => markup + write(values[at - 1]) + part));
}

/**
 * A value for a script to read. Inside a script element nothing but `<` could end it, so `<` is written as JSON allows.
 */
export function jsonBlock(id: string, value: unknown): Html {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return Html.fromTemplate(`<script type="application/json" id="${escapeText(id)}">${json}</script>`);
}

function write(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(write).join('');
  return escapeText(String(value));
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}
