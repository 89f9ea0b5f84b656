import type { FieldValue } from '../fields.ts';
import { chooserOf } from './chooser.ts';
import type { Json } from './json.ts';
import { fillValue } from './placeholders.ts';

/**
 * The body with its values in place. Values are put into the tree and not into its writing, so that no quote or bracket
 * of a customer's can change its shape.
 */
export function fillBody(template: Json, lookUp: (field: string) => FieldValue): Json {
  if (typeof template === 'string') {
    const value = fillValue(template, lookUp);
    return typeof value === 'object' ? [...value] : value;
  }
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((item) => fillBody(item, lookUp));
  const chooser = chooserOf(template);
  if (chooser) return chooser.values[String(lookUp(chooser.field))] ?? chooser.otherwise;
  return Object.fromEntries(Object.entries(template).map(([name, value]) => [name, fillBody(value, lookUp)]));
}
