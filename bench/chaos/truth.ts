import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import pg from 'pg';
import type { Analysis, Document, Route } from '../../src/types.ts';
import { program } from './workers.ts';

/** A line a text: its fingerprint, how many mentions it has, and where it goes. */
export type Outcomes = string[];

const outcome = (fingerprint: string, mentions: number, team: string | null, priority: string | null): string =>
  `${fingerprint} ${mentions} ${team ?? 'nowhere'} ${priority ?? ''}`;

/** What comes of the files without any store, queue or fault. */
export async function undisturbedOutcomes(files: string[], env: NodeJS.ProcessEnv): Promise<Outcomes> {
  const args = [program, 'analyse', '--json', ...files];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const outcomes = new Set<string>();
  for await (const line of createInterface(child.stdout)) {
    const { document, analysis, route } = JSON.parse(line) as {
      document: Document;
      analysis: Analysis;
      route: Route | null;
    };
    const { team = null, priority = null } = route ?? {};
    outcomes.add(outcome(document.fingerprint, analysis.mentions.length, team, priority));
  }
  return [...outcomes].sort();
}

/** What the store says came of them. */
export async function storedOutcomes(databaseUrl: string): Promise<Outcomes> {
  const { rows } = await ask<{ fingerprint: string; mentions: number; team: string | null; priority: string | null }>(
    databaseUrl,
    `select d.fingerprint, (select count(*)::int from mentions m where m.document_id = d.id) as mentions,
            l.route ->> 'team' as team, l.route ->> 'priority' as priority
     from documents d left join case_documents l on l.document_id = d.id`,
  );
  return rows.map((row) => outcome(row.fingerprint, row.mentions, row.team, row.priority)).sort();
}

/** What must add up at the end. */
export interface Counts {
  texts: number;
  waiting: number;
  keptAside: number;
  duplicates: number;
  documents: number;
  /** As the triggers tallied them; a text counted twice would show here. */
  tallied: number;
  cases: number;
  /** Cases opened, as their histories tell; one routed twice would show here. */
  openings: number;
}

export async function countStore(databaseUrl: string): Promise<Counts> {
  const { rows } = await ask<Counts>(
    databaseUrl,
    `select (select count(*)::int from raw_texts) as texts,
            (select count(*)::int from raw_texts where state = 'waiting') as waiting,
            (select count(*)::int from raw_texts where state = 'failed') as "keptAside",
            (select count(*)::int from raw_texts where state = 'duplicate') as duplicates,
            (select count(*)::int from documents) as documents,
            (select coalesce(sum(documents), 0)::int from tallies where category = '') as tallied,
            (select count(*)::int from cases) as cases,
            (select count(*)::int from case_events where event = 'opened') as openings`,
  );
  return rows[0]!;
}

async function ask<Row extends pg.QueryResultRow>(databaseUrl: string, sql: string): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query<Row>(sql);
  } finally {
    await client.end();
  }
}
