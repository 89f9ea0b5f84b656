import { createHash } from 'node:crypto';
import type { AppliedMigration } from '../../store/migrate.ts';
import type { SequenceState } from '../../store/transfer/sequences.ts';

/*
 * The file of an export: lines of JSON, compressed with gzip.
 *
 *     {"earshot":"export","format":1,"program":"0.1.0","exportedAt":"…","schema":[{"version":1,"name":"main"}, …]}
 *     {"table":"intakes","columns":["id", …]}
 *     ["1","answers.csv", …]                        a row a line, each value as Postgres writes it, or null
 *     …
 *     {"end":true,"tables":{"intakes":{"rows":1,"sha256":"…"}, …},"sequences":[…]}
 *
 * The hash of a table is that of its lines, each with its line feed. A file without its last line was cut short.
 */

export interface ExportHeader {
  earshot: 'export';
  format: 1;
  /** Version of the Earshot that wrote it. */
  program: string;
  exportedAt: string;
  /** The migrations that the store had seen. */
  schema: AppliedMigration[];
}

export interface TableHeader {
  table: string;
  columns: string[];
}

export interface TableSum {
  rows: number;
  sha256: string;
}

export interface ExportTrailer {
  end: true;
  tables: Record<string, TableSum>;
  sequences: SequenceState[];
}

/** Counts and hashes the rows of one table as they pass. */
export function createTableSum(): { add(line: string): void; sum(): TableSum } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add(line) {
      rows += 1;
      hash.update(line).update('\n');
    },
    sum: () => ({ rows, sha256: hash.digest('hex') }),
  };
}
