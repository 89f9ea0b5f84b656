import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { setAside } from '../../../src/store/intake/set-aside.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { knownMigrations, migrate } from '../../../src/store/migrate.ts';
import { openPglite } from '../../../src/store/pglite.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { storeStatus } from '../../../src/store/status.ts';
import { exportStore } from '../../../src/workers/transfer/export-store.ts';
import { importStore } from '../../../src/workers/transfer/import-store.ts';
import { createPostgres, postgresAnswers } from '../../support/engines.ts';
import { rawText, route, understood } from '../../support/texts.ts';

const now = new Date('2026-03-01T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'earshot-transfer-'));
const file = join(folder, 'store.jsonl.gz');

/** Texts done, waiting, duplicate and kept aside, a large one among them, with cases and words of every kind. */
async function fill(db: Database): Promise<void> {
  const intake = await startIntake(db, 'answers “of” März\t\\.csv', now);
  const texts = Array.from({ length: 1200 }, (_, at) => rawText(`text ${at}`));
  await addRawTexts(db, intake, texts, now);
  const strange = { text: '\\N {a,b} "quoted" \u0001 \n 账单 😀', attributes: { región: 'norte\\"', 'a,b': '{}' } };
  const results = texts
    .slice(0, 1100)
    .map((raw, at) =>
      understood(raw, { ...(at % 10 === 0 && { route: route() }), ...(at === 5 && { document: strange }) }),
    );
  for (let at = 0; at < results.length; at += 100) await saveResults(db, results.slice(at, at + 100), now);
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (let part = 0; part < 3; part++) yield Buffer.alloc(1_000_000, part);
  }
  const aside = { id: 'f'.repeat(64), source: 'large.eml', channel: 'email', format: 'eml', modifiedAt: now } as const;
  await setAside(db, intake, { ...aside, reason: 'too large', parts: parts() }, now);
}

async function openFresh(): Promise<{ database: Database; drop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-transfer-store-'));
  const database = await openPglite(directory);
  return {
    database,
    async drop() {
      await database.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const rows = (db: Database, sql: string) => db.query(sql);
let source: Awaited<ReturnType<typeof openFresh>>;
let exported: Awaited<ReturnType<typeof exportStore>>;
beforeAll(async () => {
  source = await openFresh();
  await migrate(source.database);
  await fill(source.database);
  exported = await exportStore(source.database, file, { now });
}, 120_000);
afterAll(async () => {
  await source.drop();
  rmSync(folder, { recursive: true });
});

/** The export with its lines changed. */
function altered(name: string, change: (lines: string[]) => string[]): string {
  const path = join(folder, name);
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  writeFileSync(path, gzipSync(change(lines).join('\n')));
  return path;
}

async function expectRefusal(path: string, words: string | RegExp): Promise<void> {
  const fresh = await openFresh();
  await expect(importStore(fresh.database, path)).rejects.toThrow(words);
  const [tables] = await rows(fresh.database, "select to_regclass('intakes') is not null as there");
  if (tables?.there) expect(await rows(fresh.database, 'select count(*)::int as n from intakes')).toEqual([{ n: 0 }]);
  await fresh.drop();
}

describe('an export', () => {
  it('counts and hashes every table, each after those that it refers to', () => {
    expect(exported).toMatchObject({ documents: { rows: 1100 }, cases: { rows: 110 }, raw_texts: { rows: 1201 } });
    expect(exported.raw_parts).toMatchObject({ rows: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const names = Object.keys(exported);
    expect(names.indexOf('documents')).toBeGreaterThan(names.indexOf('raw_texts'));
    expect(names.indexOf('case_events')).toBeGreaterThan(names.indexOf('cases'));
    expect(names).not.toContain('sessions');
  });

  it('is the same file of lines, whenever it is made', async () => {
    const again = join(folder, 'again.jsonl.gz');
    expect(await exportStore(source.database, again, { now })).toEqual(exported);
    expect(gunzipSync(readFileSync(again)).equals(gunzipSync(readFileSync(file)))).toBe(true);
  });

  it('leaves nothing behind where it cannot be written', async () => {
    await expect(exportStore(source.database, join(folder, 'no', 'such.gz'), { now })).rejects.toThrow('ENOENT');
  });
});

describe.each(postgresAnswers ? ['pglite', 'postgres'] : ['pglite'])('an import into %s', (engine) => {
  let target: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    if (engine === 'pglite') ({ database: target, drop } = await openFresh());
    else {
      const created = await createPostgres();
      target = await openPostgres(created.url);
      drop = async () => {
        await target.close();
        await created.drop();
      };
    }
    await importStore(target, file);
  }, 120_000);
  afterAll(() => drop());

  it('gives a store that exports to the same rows', async () => {
    expect(await exportStore(target, join(folder, `${engine}.jsonl.gz`), { now })).toEqual(exported);
    expect(await storeStatus(target, {})).toEqual(await storeStatus(source.database, {}));
  }, 60_000);

  it('goes on numbering where the other left off, and tallies again', async () => {
    const intake = await startIntake(target, 'later', now);
    expect(intake).toBe(2);
    const late = rawText('after the move');
    await addRawTexts(target, intake, [late], now);
    await saveResults(target, [understood(late)], now);
    expect(await rows(target, 'select max(id) as id from documents')).toEqual([{ id: 1101 }]);
    expect((await storeStatus(target, {})).documents).toBe(1101);
  });

  it('refuses a store that is not empty', async () => {
    await expect(importStore(target, file)).rejects.toThrow(/store is not empty: it has \d+ rows in "\w+"/);
  });
});

describe('an import refuses, and leaves nothing half done,', () => {
  it('a file that was cut short', async () => {
    const cut = join(folder, 'cut.gz');
    const bytes = readFileSync(file);
    writeFileSync(cut, bytes.subarray(0, bytes.length - 2000));
    await expectRefusal(cut, 'cut short');
    await expectRefusal(
      altered('no-trailer.gz', (lines) => lines.slice(0, -2)),
      'was cut short',
    );
  }, 60_000);

  it('a file of which a value was changed, or a row taken out', async () => {
    const change = (lines: string[]) => lines.map((line) => line.replace('"text 77"', '"text 78"'));
    await expectRefusal(altered('changed.gz', change), /was altered: of "documents" it holds 1100 rows/);
    const drop = (lines: string[]) => lines.filter((line) => !line.includes('"opened"') || !line.startsWith('["7"'));
    await expectRefusal(altered('row.gz', drop), /was altered: of "case_events" it holds 109 rows/);
  }, 60_000);

  it('a file of a newer schema', async () => {
    const change = ([header, ...lines]: string[]) => [
      header!.replace('"name":"main"', '"name":"main of tomorrow"'),
      ...lines,
    ];
    await expectRefusal(altered('newer.gz', change), '0001_main of tomorrow');
  });

  it('what is no export at all', async () => {
    const text = join(folder, 'letter.txt');
    writeFileSync(text, 'Dear all');
    await expectRefusal(text, 'is no export');
    await expectRefusal(join(folder, 'missing.gz'), 'There is no file');
    await expectRefusal(
      altered('json.gz', () => ['{"a":1}', '']),
      'does not begin as an export',
    );
  }, 60_000);
});

describe('an import of an older schema', () => {
  const older = knownMigrations().slice(0, 7);
  it('brings a new store up to date afterwards, and refuses one that is newer', async () => {
    const old = await openFresh();
    await migrate(old.database, new Set(older.map(({ version }) => version)));
    await old.database.query("insert into intakes (source, started_at) values ('of old', now())");
    const path = join(folder, 'old.gz');
    await exportStore(old.database, path, { now });
    const fresh = await openFresh();
    await importStore(fresh.database, path);
    expect(await rows(fresh.database, 'select source from intakes')).toEqual([{ source: 'of old' }]);
    expect(await rows(fresh.database, 'select count(*)::int as n from applied_migrations')).toEqual([
      { n: knownMigrations().length },
    ]);
    await migrate(old.database);
    await expect(importStore(old.database, path)).rejects.toThrow('has a newer schema');
    await old.drop();
    await fresh.drop();
  }, 120_000);
});
