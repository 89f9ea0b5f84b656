import type { FieldValue } from '../fields.ts';

/** `{{case.id}}`, with or without blanks inside. */
const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Names of the fields that a text speaks of. */
export function fieldsIn(text: string): string[] {
  return [...text.matchAll(placeholder)].map(([, name = '']) => name);
}

/** `{{text.words.html}}` is `{{text.words}}` for a place that is read as HTML. */
const asHtml = /\.html$/;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Puts the values where their names stand. */
export function fillText(text: string, lookUp: (field: string) => FieldValue): string {
  return text.replace(placeholder, (_, name: string) => {
    const value = lookUp(name.replace(asHtml, ''));
    const written = Array.isArray(value) ? value.join('\n') : String(value);
    return asHtml.test(name) ? escapeHtml(written) : written;
  });
}

/** As `fillText`, but a text that is one placeholder and nothing else becomes the value itself: a number or a list. */
export function fillValue(text: string, lookUp: (field: string) => FieldValue): FieldValue {
  const [match] = text.matchAll(placeholder);
  return match && match[0] === text && !asHtml.test(match[1] ?? '') ? lookUp(match[1] ?? '') : fillText(text, lookUp);
}

/** @throws Error that names the place, the unknown field and all that are known. */
export function checkFields(where: string, text: string, known: readonly string[]): void {
  const unknown = fieldsIn(text).find((field) => !known.includes(field.replace(asHtml, '')));
  if (unknown === undefined) return;
  throw new Error(`${where} names the unknown field "${unknown}". The fields are: ${known.join(', ')}.`);
}
