import { maskText } from './mask-text.ts';

/** Fields that people do not read: addresses, what a form sends back, and what tells one thing from another. */
const untouched = new Set([
  ...['href', 'next', 'first', 'base', 'action', 'without', 'download', 'texts', 'textHref', 'form', 'id', 'key'],
  ...['versions', 'manifest', 'asOf', 'at', 'from', 'to', 'day', 'fromDay', 'toDay'],
]);

/**
 * The view with personal data hidden in everything that people read, also in views that do not exist yet: what a view
 * must not lose is named, rather than what it must hide.
 */
export function maskView<V>(view: V): V {
  return mask(view) as V;
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, keeps(name, field) ? field : mask(field)]),
  );
}

function keeps(name: string, field: unknown): boolean {
  return (
    untouched.has(name) && (typeof field === 'string' || name === 'form' || name === 'versions' || name === 'manifest')
  );
}
