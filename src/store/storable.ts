const replacement = '\ufffd';

/**
 * Text as Postgres can store it: NUL and halves of surrogate pairs become U+FFFD, one for one, so that offsets still
 * point at the same characters.
 */
export function storableText(text: string): string {
  return text.replaceAll('\0', replacement).replace(/\p{Surrogate}/gu, replacement);
}

/** JSON as `jsonb` can store it, with the same replacements in every string of it. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u')) return json;
  // JSON.stringify writes both as escapes; an escaped backslash is matched too, lest its pair be taken for one.
  return json.replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (found) => (found === '\\\\' ? found : replacement));
}
