import { pino } from 'pino';
import { intake } from '../pipelines/intake.ts';
import { routing } from '../pipelines/routing.ts';
import { generateTexts } from '../samples/generate/stream.ts';
import { packageRoot } from '../src/config.ts';
import { loadModels } from '../src/models.ts';
import type { Database } from '../src/store/database.ts';
import { addRawTexts } from '../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../src/store/intake/save-results.ts';
import { startIntake } from '../src/store/intake/start-intake.ts';
import { transferTables } from '../src/store/transfer/tables.ts';
import type { RawText } from '../src/types.ts';
import { openLanguagePool } from '../src/workers/language/pool.ts';
import { routeTexts } from '../src/workers/route-texts.ts';

/** So many texts go through the whole pipeline; the others are copies of them, on other days and of other customers. */
const realTexts = 5000;
const copiesAStatement = 4;
/** Copies are spread over three years. */
const days = 1095;

/**
 * Fills a store with so many texts, far faster than by reading them: for measuring pages and costs at a size. Tallies are
 * kept by the same triggers as always.
 */
export async function growStore(
  database: Database,
  texts: number,
  say: (line: string) => void = () => {},
): Promise<void> {
  if ((await database.query('select from documents limit 1')).length === 0) await addReal(database);
  const [row] = await database.query<{ base: number }>(
    "select count(*)::int as base from documents where raw_id !~ '-'",
  );
  const base = row?.base ?? 0;
  const statements = await copyStatements(database);
  const wanted = Math.ceil(texts / base) - 1;
  for (let first = 1; first <= wanted; first += copiesAStatement) {
    const last = Math.min(wanted, first + copiesAStatement - 1);
    await database.transaction(async (tx) => {
      for (const sql of statements) await tx.query(sql, [first, last]);
    });
    if ((first - 1) % 40 === 0) say(`${(last + 1) * base} texts.`);
  }
  await database.execute('vacuum analyze');
}

async function addReal(database: Database): Promise<void> {
  const models = await loadModels(packageRoot, 'telecoms');
  const pool = await openLanguagePool({ models, intake }, pino({ level: 'silent' }), 1);
  const context = { database, models, routing: routing.telecoms, refreshRouting: async () => undefined };
  const id = await startIntake(database, 'bench', new Date());
  const raws: RawText[] = [];
  let number = 0;
  for (const { text, customerId, attributes, receivedAt } of generateTexts(7, realTexts)) {
    number += 1;
    const bytes = Buffer.from(
      JSON.stringify({ text, customer: customerId, date: receivedAt.toISOString(), ...attributes }),
    );
    const mapping = { text: ['text'], customer: 'customer', date: 'date' };
    const fixed = { channel: 'survey', format: 'jsonl', modifiedAt: receivedAt, mapping } as const;
    raws.push({ ...fixed, id: `real${number}`, source: `bench.jsonl#${number}`, bytes });
  }
  for (let at = 0; at < raws.length; at += 100) {
    const batch = raws.slice(at, at + 100);
    await addRawTexts(database, id, batch, new Date());
    await saveResults(database, await routeTexts(context, await pool.understand(batch)), new Date());
  }
  await pool.close();
}

/** What differs between a row and its copy number `k`; `o` is the row, `n` the copy of its document. */
const differences: Record<string, Record<string, string>> = {
  raw_texts: { id: "o.id || '-' || k" },
  documents: {
    raw_id: "o.raw_id || '-' || k",
    fingerprint: "o.fingerprint || '-' || k",
    customer_id: "o.customer_id || '-' || k",
    received_at: `o.received_at - make_interval(days => (o.id * 7 + k * 13)::int % ${days})`,
    text: "o.text || ' Reference ' || k || '.'",
  },
  mentions: { document_id: 'n.id' },
  document_categories: { document_id: 'n.id', day: 'n.day' },
  cases: {
    document_id: 'n.id',
    opened_at: 'n.received_at',
    state: "case when k % 10 = 0 then 'open' else 'closed' end",
  },
};

/** A statement a table, parents first; `$1` and `$2` are the numbers of the first and last copy. */
async function copyStatements(database: Database): Promise<string[]> {
  const tables = await transferTables(database);
  return Object.entries(differences).map(([name, different]) => {
    const columns = tables.find((table) => table.name === name)!.columns.map((column) => column.name);
    const copied = columns.filter((column) => column !== 'id' || name === 'raw_texts');
    const values = copied.map((column) => different[column] ?? `o.${column}`);
    const isText = name === 'raw_texts' || name === 'documents';
    const base = isText
      ? `${name} o cross join generate_series($1::int, $2::int) k where o.${name === 'documents' ? 'raw_id' : 'id'} !~ '-'`
      : `documents d cross join generate_series($1::int, $2::int) k join documents n on n.raw_id = d.raw_id || '-' || k
         join ${name} o on o.document_id = d.id where d.raw_id !~ '-'`;
    return `insert into ${name} (${copied.join(', ')}) select ${values.join(', ')} from ${base}`;
  });
}
