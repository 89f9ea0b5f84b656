import type { Findings } from '../../types/findings.ts';
import type { Database } from '../database.ts';
import { type Column, insertRows } from '../runs/insert-rows.ts';

interface Row {
  kind: string;
  place: number;
  item: object;
}

const columns: Column<Row>[] = [
  ['kind', 'text', ({ kind }) => kind],
  ['place', 'int', ({ place }) => place],
  ['item', 'jsonb', ({ item }) => JSON.stringify(item)],
];

/** Saves what a run found, kind by kind in the order given, all or nothing. */
export async function saveFindings(db: Database, runId: number, findings: Findings): Promise<void> {
  const rows = Object.entries(findings).flatMap(([kind, items]: [string, object[]]) =>
    items.map((item, place): Row => ({ kind, place, item })),
  );
  await db.transaction((tx) => insertRows(tx, runId, rows, { table: 'findings', columns }));
}
