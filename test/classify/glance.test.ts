import { describe, expect, it } from 'vitest';
import { createGlance } from '../../src/classify/glance.ts';
import type { Category, Taxonomy } from '../../src/types.ts';

const category = (id: string, cues: string[], not: string[] = []): Category => ({
  ...{ id, facet: 'topic', name: id, parent: null, definition: '', cues, not },
});
const taxonomy: Taxonomy = {
  ...{ name: 'test', title: 'Test', version: 'v1' },
  categories: [
    category('danger', ['caught fire', '~spark', 'can not ... ~call 999', '着火'], ['fire stick']),
    category('bill', ['~bill']),
  ],
};
const glance = createGlance(taxonomy, (id) => id === 'danger');

describe('createGlance', () => {
  it.each([
    'My router caught fire!',
    'It CAUGHT\nfire',
    'there were sparks',
    'We can’t even call 999.',
    '路由器着火了',
    'It has not caught fire yet',
  ])('sees %j', (text) => {
    expect(glance(text)).toBe(true);
  });

  it.each(['The bill is wrong', 'It was caught. Fire the agent', 'caught fire stick', '', '账单不对'])(
    'sees nothing in %j',
    (text) => {
      expect(glance(text)).toBe(false);
    },
  );

  it('sees nothing where nothing is looked for', () => {
    expect(createGlance(taxonomy, () => false)('it caught fire')).toBe(false);
  });
});
