/** The most fields that one answer may have; more is an attack or a mistake. */
const mostFields = 2000;

/**
 * Reads one line of JSON Lines as fields with text values: numbers and booleans as written, lists joined by "; ", fields
 * of nested objects by their dotted path. @returns null where the line is no JSON object.
 */
export function readJsonLine(line: string): Record<string, string> | null {
  const value = parseOrNull(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields: [string, string][] = [];
  collect('', value, fields, 0);
  return Object.fromEntries(fields);
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // JSON.parse has no other way to say that a line is no JSON.
    return null;
  }
}

function collect(path: string, value: object, fields: [string, string][], depth: number): void {
  for (const [key, inner] of Object.entries(value)) {
    if (fields.length >= mostFields || depth > 8) return;
    const name = path ? `${path}.${key}` : key;
    if (inner === null || inner === undefined) continue;
    if (Array.isArray(inner))
      fields.push([name, inner.map((item) => (isPlain(item) ? String(item) : JSON.stringify(item))).join('; ')]);
    else if (typeof inner === 'object') collect(name, inner, fields, depth + 1);
    else fields.push([name, String(inner)]);
  }
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
