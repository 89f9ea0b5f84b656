import { describe, expect, it } from 'vitest';
import { extendModels } from '../../src/classify/extend-models.ts';
import type { Models } from '../../src/classify/models.ts';

const category = {
  id: 'delivery',
  facet: 'topic' as const,
  name: 'Delivery',
  parent: null,
  definition: '',
  cues: ['parcel'],
  not: [],
};
const models: Models = {
  taxonomy: { name: 'test', title: 'Test', version: 'v1', categories: [category] },
  sentiment: { en: null as never, zh: null as never },
  versions: { 'taxonomy test': 'v1' },
};
const added = {
  id: 'delivery.drone',
  facet: 'topic' as const,
  name: 'Drone',
  parent: 'delivery',
  definition: 'd',
  cues: ['~drone'],
};

describe('extendModels', () => {
  it('adds categories under what is there, and says so by its version', () => {
    const extended = extendModels(models, [added]);
    expect(extended.taxonomy.categories.map(({ id, parent }) => [id, parent])).toEqual([
      ['delivery', null],
      ['delivery.drone', 'delivery'],
    ]);
    expect(extended.taxonomy.version).not.toBe('v1');
    expect(Object.keys(extended.versions)).toContain('vocabulary added here');
    expect(extendModels(models, [added]).taxonomy.version).toBe(extended.taxonomy.version);
  });

  it('joins further cues to a category that is there, and keeps one whose parent is gone', () => {
    const extended = extendModels(models, [
      { ...added, id: 'delivery', cues: ['parcel', 'package'] },
      { ...added, id: 'lost.one', parent: 'lost' },
    ]);
    expect(extended.taxonomy.categories[0]!.cues).toEqual(['parcel', 'package']);
    expect(extended.taxonomy.categories[1]).toMatchObject({ id: 'lost.one', parent: null });
    expect(extendModels(models, [])).toBe(models);
  });
});
