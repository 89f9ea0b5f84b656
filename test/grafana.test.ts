import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createOperationsServer } from '../src/api/operations/operations-server.ts';
import { createMeters } from '../src/meters.ts';
import { testDatabases } from './support/engines.ts';
import { root } from './support/program.ts';

interface Panel {
  id: number;
  title: string;
  type: string;
  gridPos: { x: number; y: number; w: number; h: number };
  targets: { expr: string; legendFormat: string }[];
}

const dashboard = JSON.parse(readFileSync(join(root, 'deploy/grafana.json'), 'utf8')) as { panels: Panel[] };
const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** Each metric that the program tells, with the labels that its samples bear. */
async function exported(): Promise<Map<string, Set<string>>> {
  const { database, drop } = await testDatabases()[0]!.open();
  const counts = { waiting: 0, active: 0, delayed: 0, failed: 0, completed: 0 };
  const queue = { engine: 'pglite' as const, counts: async () => counts };
  const queues = { states: async () => [{ name: 'main', counts, pausedAt: null, pausedBy: null }] };
  const fixed = { host: '127.0.0.1', metricsToken: null, versions: { taxonomy: '1' }, now: () => new Date() };
  const server = createOperationsServer(
    { database, queue, queues, meters: createMeters(), ...fixed },
    pino({ level: 'silent' }),
  );
  const { body } = await server.inject({ url: '/metrics', headers: { host: '127.0.0.1' } });
  await server.close();
  await drop();
  const found = new Map<string, Set<string>>();
  for (const [, name, labels = ''] of body.matchAll(/^(earshot_\w+)(?:\{(.*)\})? /gm)) {
    const known = found.get(name!) ?? new Set<string>();
    for (const [, label] of labels.matchAll(/(\w+)="/g)) known.add(label!);
    found.set(name!, known);
  }
  // An empty store has no texts and cases to tell of, but says that it would.
  for (const [, name] of body.matchAll(/^# TYPE (earshot_\w+)/gm)) if (!found.has(name!)) found.set(name!, new Set());
  return found;
}

describe('deploy/grafana.json', () => {
  it('asks only for metrics that the program tells, by labels that they bear', async () => {
    const known = await exported();
    const asked = expressions.flatMap((expr) => [...expr.matchAll(/earshot_\w+/g)].map(([name]) => name));
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
    const labelled = expressions.filter((expr) => /stage|queue|le\b/.test(expr) && !expr.includes('build_info'));
    for (const expr of labelled) {
      const names = [...expr.matchAll(/earshot_\w+/g)].map(([name]) => name);
      const by = [...expr.matchAll(/by \(([^)]*)\)/g)].flatMap(([, list]) => list!.split(/,\s*/));
      const borne = new Set(names.flatMap((name) => [...(known.get(name) ?? [])]));
      expect([expr, by.filter((label) => label !== 'instance' && !borne.has(label))]).toEqual([expr, []]);
    }
  }, 60_000);

  it('shows every metric that the program tells', async () => {
    const names = [...(await exported()).keys()].map((name) => name.replace(/_(?:bucket|sum|count)$/, ''));
    expect([...new Set(names)].filter((name) => !expressions.some((expr) => expr.includes(name)))).toEqual([]);
  }, 60_000);

  it('lays its panels side by side without overlap', () => {
    const taken = new Set<string>();
    for (const { gridPos, title } of dashboard.panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect([title, x < 24, taken.has(`${x} ${y}`)]).toEqual([title, true, false]);
          taken.add(`${x} ${y}`);
        }
      }
    }
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});
