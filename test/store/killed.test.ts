import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openPglite } from '../../src/store/pglite.ts';
import { copyEmptyStore } from '../support/engines.ts';

const script = join(import.meta.dirname, '..', 'support', 'writer.js');

/** Runs the writer and kills it some milliseconds after its first batch. @returns what it said it had done. */
async function killWriter(directory: string, afterMs: number): Promise<{ stored: number; saved: number }> {
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const said = { stored: 0, saved: 0 };
  for await (const line of createInterface(child.stdout)) {
    const [what, count] = line.split(' ');
    if (what === 'saved' && said.saved === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
    if (what === 'stored' || what === 'saved') said[what] = Number(count);
  }
  await exited;
  return said;
}

it('a store on PGlite has all that it confirmed, each once, however often it is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-killed-'));
  const store = join(directory, 'db');
  await copyEmptyStore(store);
  const said = { stored: 0, saved: 0 };
  for (const afterMs of [0, 37, 111]) {
    const { stored, saved } = await killWriter(store, afterMs);
    expect(saved).toBeGreaterThan(0);
    Object.assign(said, { stored, saved });
  }
  const database = await openPglite(store);
  const [counts] = await database.query<Record<string, number>>(`
    select (select count(*) from raw_texts) as stored, (select count(*) from documents) as documents,
           (select count(*) from raw_texts where state = 'done') as done, (select count(*) from cases) as cases,
           (select count(*) from case_events) as events, (select count(*) from document_categories) as categories,
           (select sum(documents) from tallies where category = '') as tallied,
           (select count(*) from raw_texts where bytes is null) as without_bytes`);
  await database.close();
  rmSync(directory, { recursive: true });
  expect(counts?.stored).toBeGreaterThanOrEqual(said.stored);
  // Each kill leaves at most one batch of 20 stored and not saved.
  const unsaved = Number(counts?.stored) - Number(counts?.documents);
  expect(unsaved % 20).toBe(0);
  expect(unsaved).toBeLessThanOrEqual(3 * 20);
  const { documents } = counts ?? {};
  expect(counts).toMatchObject({
    done: documents,
    cases: documents,
    events: documents,
    categories: documents,
    tallied: documents,
    without_bytes: documents,
  });
}, 120_000);
