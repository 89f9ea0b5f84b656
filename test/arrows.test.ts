import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** The rooms of the house, and the rooms that each may import from (besides itself and node_modules). */
const ground = ['types', 'config', 'compiled', 'version', 'people'];
const text = [...ground, 'stats', 'text'];
const stages = ['ingest', 'classify', 'mine', 'route', 'report'];
const below = {
  types: [],
  config: [],
  compiled: ['config'],
  version: ['config'],
  people: ['types'],
  cases: ['types', 'people'],
  deliver: ['types', 'people'],
  stats: ['types'],
  text: ['types', 'stats'],
  ingest: text,
  classify: text,
  mine: text,
  route: text,
  report: text,
  models: [...text, 'classify'],
  pipelines: [...text, ...stages, 'cases', 'deliver'],
  lock: ground,
  meters: [],
  store: [...ground, 'cases', 'deliver'],
  queue: [...ground, 'store'],
  context: [...ground, 'classify', 'cases', 'deliver', 'store', 'queue', 'models', 'meters'],
  dashboards: ['types', 'people', 'cases', 'deliver'],
  workers: [...text, ...stages, 'cases', 'deliver', 'models', 'store', 'queue', 'context'],
  connect: [...text, ...stages, 'cases', 'deliver', 'store', 'queue', 'context'],
  api: [...ground, 'stats', 'route', 'cases', 'deliver', 'store', 'queue', 'meters', 'context', 'dashboards'],
} satisfies Record<string, string[]>;
type Room = keyof typeof below;

/** The room of a source file: its folder under src/, or the file itself where it stands alone. */
function roomOf(file: string): string {
  const [top = '', second = ''] = relative(root, file).split('/');
  if (top !== 'src') return top;
  const name = second.replace(/\.ts$/, '');
  return name === 'pipeline' ? 'types' : name;
}

function sources(): string[] {
  return ['src', 'pipelines', 'dashboards'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
}

/** Every relative import of a file, types and dynamic imports included, as the file that it names. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    resolve(dirname(file), match[1] ?? ''),
  );
}

function upwardArrows(file: string): string[] {
  const from = roomOf(file);
  // cli assembles everything; nothing may import it.
  const allowed = from === 'cli' ? null : below[from as Room];
  return importsOf(file)
    .filter((target) => {
      const to = roomOf(target);
      return to !== from && (to === 'cli' || (allowed !== null && !(allowed as string[] | undefined)?.includes(to)));
    })
    .map((target) => `${relative(root, file)} imports ${relative(root, target)}`);
}

describe('the arrows of the house', () => {
  const files = sources();

  it('reads a tree that is there', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(50);
  });

  it('knows the room of every file', () => {
    const rooms = new Set(files.map(roomOf));
    rooms.delete('cli');
    expect([...rooms].filter((room) => !(room in below))).toEqual([]);
  });

  it('points one way in every import', () => {
    expect(files.flatMap(upwardArrows)).toEqual([]);
  });

  it('lets only the config read the environment', () => {
    const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env'));
    expect(readers.map((file) => relative(root, file))).toEqual(['src/config.ts']);
  });
});
