import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'dashboards');
const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
const css = sheets.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');

function colours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const [first = '', dark = ''] = [...css.matchAll(/:root \{([\s\S]*?)\}/g)].map(([, block]) => block);
const themes = { light: colours(first), dark: { ...colours(first), ...colours(dark) } };

/** Contrast by WCAG 2.2: (lighter + 0.05) / (darker + 0.05) of the relative luminances. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Text that is read, and what it stands on. */
const pairs: [text: string, ground: string][] = [
  ...['page', 'card', 'raised', 'notice-tint'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['accent', ground],
  ]),
  ...['page', 'card', 'raised'].flatMap((ground): [string, string][] => [
    ['muted', ground],
    ['alarm', ground],
  ]),
  ...['n2', 'n1', '0', '1', '2'].flatMap((grade): [string, string][] => [
    [`mood-${grade}`, 'card'],
    [`mood-${grade}`, 'raised'],
    [`mood-${grade}`, 'page'],
  ]),
  ...[0, 1, 2, 3, 4].map((step): [string, string] => [`strength-${step}-ink`, `strength-${step}`]),
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((hue): [string, string] => ['ink', `hue-${hue}`]),
  ['accent-ink', 'accent'],
  ['alarm', 'alarm-tint'],
];

describe.each(Object.entries(themes))('the colours of the %s theme', (_, theme) => {
  it.each(pairs)('set %s off from %s by 4.5 to 1', (text, ground) => {
    expect(theme[text], text).toBeDefined();
    expect(theme[ground], ground).toBeDefined();
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['focus', 'hue-0-line', 'hue-3-line', 'hue-7-line', 'mood-n2-fill', 'mood-2-fill'])(
    'set %s off from cards by 3 to 1',
    (name) => {
      expect(contrast(theme[name] ?? '', theme.card ?? '')).toBeGreaterThanOrEqual(3);
    },
  );

  it('deepen with the strength of a relation', () => {
    const steps = [1, 2, 3, 4].map((step) => contrast(theme[`strength-${step}`] ?? '', theme.card ?? ''));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });
});

describe('the style sheets', () => {
  it('use only colours that they define', () => {
    const used = new Set([...css.matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name));
    const defined = new Set([...css.matchAll(/--([\w-]+):/g)].map(([, name]) => name));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('load nothing from elsewhere', () => {
    expect(css).not.toMatch(/url\(|https?:/);
  });
});
