/** The most fields that one answer may have; more is an attack or a mistake. */
const mostFields = 2000;

/**
 * Reads one line of JSON Lines as fields with text values: numbers and booleans as written, the plain values of a list
 * joined by "; ", fields of nested objects by their dotted path. @returns null where the line is no JSON object.
 */
export function readJsonLine(line: string): Map<string, string> | null {
  const value = parseOrNull(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const fields = new Map<string, string>();
  collect('', value, fields, 0);
  return fields;
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // JSON.parse has no other way to say that a line is no JSON.
    return null;
  }
}

function collect(path: string, value: object, fields: Map<string, string>, depth: number): void {
  for (const [key, inner] of Object.entries(value)) {
    if (fields.size >= mostFields || depth > 8) return;
    const name = path ? `${path}.${key}` : key;
    if (inner === null || inner === undefined) continue;
    if (Array.isArray(inner)) fields.set(name, inner.filter(isPlain).join('; '));
    else if (typeof inner === 'object') collect(name, inner, fields, depth + 1);
    else fields.set(name, String(inner));
  }
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}
