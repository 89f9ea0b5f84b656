import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels } from '../../src/models.ts';
import type { Analysis, Document } from '../../src/types.ts';
import { openLanguagePool } from '../../src/workers/language/pool.ts';
import { document } from '../classify/support.ts';

const root = mkdtempSync(join(tmpdir(), 'earshot-likeness-'));
const dataDir = join(root, 'data');
const category = (id: string, more: string) =>
  `  - id: ${id}\n    name: ${id}\n    definition: All about ${id}.\n${more}`;
const examples = (sentences: string[]) => `    examples:\n${sentences.map((one) => `      - ${one}\n`).join('')}`;
const noise = ['The fan is far too loud.', 'It makes a terrible humming noise.', 'The machine rattles all night long.'];
const twice = ['You charged me twice.', 'The same payment was taken two times.', 'I see a duplicate charge.'];

function write(name: string, categories: string[]): void {
  const folder = join(root, 'models', 'taxonomies', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'taxonomy.yaml'), `title: ${name}\ncategories:\n${categories.join('')}`);
}

async function analyse(name: string, texts: Document[]): Promise<Analysis[]> {
  const models = await loadModels(root, name, { dataDir });
  const pool = await openLanguagePool({ models, intake }, pino({ level: 'silent' }), 1);
  const found = await pool.analyse(texts);
  await pool.close();
  return found.map((one) => {
    if ('reason' in one) throw new Error(one.reason);
    return one;
  });
}

describe('a category with examples', () => {
  beforeAll(() => {
    cpSync(join(packageRoot, 'models', 'sentiment'), join(root, 'models', 'sentiment'), { recursive: true });
    cpSync(join(packageRoot, 'models', 'taxonomies', 'signals'), join(root, 'models', 'taxonomies', 'signals'), {
      recursive: true,
    });
    write('words', [category('noise', '    cues: [loud]\n')]);
    write('likeness', [
      category('noise', examples(noise)),
      category('twice', `    cues: [double]\n${examples(twice)}`),
    ]);
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('changes nothing, and starts nothing, where there is none', async () => {
    const models = await loadModels(root, 'words', { dataDir });
    expect(models.examples).toBeUndefined();
    expect(Object.keys(models.versions).filter((name) => name.startsWith('embeddings'))).toEqual([]);
    const [found] = await analyse('words', [document('Its fan is so loud.')]);
    expect(found?.mentions.filter(({ category: id }) => id === 'noise').map(({ by }) => by)).toEqual(['cue:loud']);
    // Whatever is embedded is remembered there.
    expect(existsSync(join(dataDir, 'embeddings'))).toBe(false);
  }, 60_000);

  it('is named by a sentence like them, in words of its own, and by no other sentence or language', async () => {
    const said = 'My laptop arrived on Monday. The fan makes a very loud noise. Thank you for your help.';
    const [liked, cued, denied, chinese, call] = await analyse('likeness', [
      document(said),
      document('There is a double entry, and the payment was taken two times.'),
      document('You have not charged me twice.'),
      document('风扇太吵了。', 'zh'),
      document(said, 'en', [{ speaker: 'A', role: 'agent', start: 0, end: said.length, at: null }]),
    ]);
    const seen = liked?.mentions.filter(({ by }) => by.startsWith('examples:')) ?? [];
    expect(seen).toMatchObject([{ category: 'noise', by: 'examples:noise', polarity: 'affirmed', sentence: 1 }]);
    expect(said.slice(seen[0]?.start, seen[0]?.end).trim()).toBe('The fan makes a very loud noise.');
    expect(seen[0]?.score).toBeGreaterThanOrEqual(intake.examples.floor);
    expect(liked?.categories.map((one) => one.category)).toContain('noise');
    expect(liked?.versions['embeddings Xenova/all-MiniLM-L6-v2']).toMatch(/^[0-9a-f]{64}$/);
    expect(cued?.mentions.map(({ by }) => by).sort()).toEqual(expect.arrayContaining(['cue:double', 'examples:twice']));
    expect(denied?.mentions.filter(({ category: id }) => id === 'twice')).toMatchObject([{ polarity: 'negated' }]);
    expect(denied?.categories.map((one) => one.category)).not.toContain('twice');
    expect(chinese?.mentions).toEqual([]);
    expect(call?.mentions).toEqual([]);
  }, 120_000);
});
