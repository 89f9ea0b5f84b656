import type { Random } from '../random.ts';

/** A fragment taken apart: plain words, slots to fill, and alternatives to choose among. */
export type Template = (string | { slot: string } | { oneOf: Template[] })[];

const compiled = new Map<string, Template>();

/**
 * Reads the notation of the fragments: `{amount}` is a slot, `[charged|billed]` a choice. A choice may hold slots but no
 * further choice. Each fragment is read once.
 */
export function compileTemplate(fragment: string): Template {
  const known = compiled.get(fragment);
  if (known) return known;
  const parts = fragment.split(/(\[[^\]]*\])/).flatMap((part): Template => {
    if (!part.startsWith('[')) return compileSlots(part);
    return [{ oneOf: part.slice(1, -1).split('|').map(compileSlots) }];
  });
  compiled.set(fragment, parts);
  return parts;
}

function compileSlots(text: string): Template {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('{') ? { slot: part.slice(1, -1) } : part));
}

/** Writes a fragment out; `slot` gives the words for each slot and throws on a name that it does not know. */
export function fillTemplate(fragment: string, random: Random, slot: (name: string) => string): string {
  const text = write(compileTemplate(fragment), random, slot);
  return text.charAt(0) === fragment.charAt(0) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

function write(template: Template, random: Random, slot: (name: string) => string): string {
  let text = '';
  for (const part of template) {
    if (typeof part === 'string') text += part;
    else if ('slot' in part) text += slot(part.slot);
    else text += write(random.pick(part.oneOf), random, slot);
  }
  return text;
}
