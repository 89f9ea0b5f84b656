import type { Json } from './json.ts';

/** `{ "$choose": "case.priority", "values": { "urgent": 4 }, "otherwise": 2 }`. */
export interface Chooser {
  field: string;
  values: Record<string, Json>;
  otherwise: Json;
}

/** Reads an object as a choice; null where it is an object like any other. */
export function chooserOf(object: { [name: string]: Json }): Chooser | null {
  const { $choose: field, values, otherwise = null } = object;
  if (typeof field !== 'string' || typeof values !== 'object' || values === null || Array.isArray(values)) return null;
  return { field, values, otherwise };
}
