import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../src/config.ts';
import { loadModels } from '../src/models.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-models-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const models = join(folder, 'models');
const write = (name: string, yaml: string) => {
  mkdirSync(join(models, 'taxonomies', name), { recursive: true });
  writeFileSync(join(models, 'taxonomies', name, 'taxonomy.yaml'), yaml);
};
const taxonomy = (id: string) => `title: T\ncategories:\n  - { id: ${id}, name: N, definition: D., cues: [word] }\n`;
cpSync(join(packageRoot, 'models', 'sentiment'), join(models, 'sentiment'), { recursive: true });
write('signals', taxonomy('signal'));
write('zoo', taxonomy('animals'));
write('garden', taxonomy('plants'));
write('clash', taxonomy('signal'));

describe('loadModels', () => {
  it('joins a taxonomy with the signals, and says which versions it read', async () => {
    const loaded = await loadModels(folder, 'zoo');
    expect(loaded.taxonomy.name).toBe('zoo');
    expect(loaded.taxonomy.categories.map(({ id }) => id)).toEqual(['animals', 'signal']);
    expect(Object.keys(loaded.versions)).toEqual([
      'taxonomy zoo',
      'taxonomy signals',
      'sentiment en',
      'sentiment zh',
      'wink-eng-lite-web-model',
    ]);
    expect(loaded.versions['taxonomy zoo']).toMatch(/^[0-9a-f]{64}$/);
    expect(loaded.versions['wink-eng-lite-web-model']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('gives plain data that crosses to a thread unchanged', async () => {
    const loaded = await loadModels(folder, 'zoo');
    expect(structuredClone(loaded)).toEqual(loaded);
  });

  it('changes the version of the vocabulary when the signals change', async () => {
    const before = (await loadModels(folder, 'zoo')).taxonomy.version;
    write('signals', `${taxonomy('signal')}# more\n`);
    expect((await loadModels(folder, 'zoo')).taxonomy.version).not.toBe(before);
  });

  it.each(['farm', '../zoo', 'zoo/../garden', '', '/etc', 'signals/..'])(
    'says which taxonomies there are when asked for "%s"',
    async (name) => {
      await expect(loadModels(folder, name)).rejects.toThrow(
        `There is no taxonomy "${name}" under models/taxonomies; choose one of: clash, garden, zoo.`,
      );
    },
  );

  it('refuses a taxonomy that takes an id of the signals', async () => {
    await expect(loadModels(folder, 'clash')).rejects.toThrow('has a category "signal"');
  });

  it.each(['telecoms', 'banking', 'retail'])(
    'reads the %s taxonomy that ships, of 40 categories or more in two levels',
    async (name) => {
      const { taxonomy: shipped } = await loadModels(packageRoot, name);
      const own = shipped.categories.filter(({ id }) => !id.startsWith('signal'));
      expect(own.length).toBeGreaterThanOrEqual(40);
      expect(own.some(({ parent }) => parent !== null)).toBe(true);
      const signals = shipped.categories.map(({ id }) => id).filter((id) => id.startsWith('signal.'));
      for (const signal of ['complaint', 'leave', 'buy', 'competitor', 'praise', 'urgency']) {
        expect(signals).toContain(`signal.${signal}`);
      }
    },
  );
});
