import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Option } from 'commander';
import type { ExampleSource } from '../../models/classifier-folder.ts';
import { dayOption } from '../day-option.ts';
import { describeSkipped } from '../examples.ts';
import type { PastCase, RoutingEngine } from './routing-engine.ts';

/** Where history comes from: a file, or the store's own closed cases. */
export interface HistoryOptions {
  data?: string;
  text?: string;
  label?: string;
  from?: string;
  to?: string;
}

/** Complaints with the department that they belonged to, in the order of time. */
export interface History {
  source: ExampleSource;
  /** `routedTeam` is where a case was first sent; the same as `team` where a file does not tell. */
  complaints: PastCase[];
  /** Whether it says where complaints were first sent. */
  tellsRouting: boolean;
  /** What was passed over, for people. */
  skipped: string;
}

export function historyOptions(): Option[] {
  return [
    new Option('--data <file>', 'history in CSV, TSV or JSON Lines, the oldest first; left out, the closed cases'),
    new Option('--text <column>', 'with --data, column of the texts'),
    new Option('--label <column>', 'with --data, column of the departments'),
    new Option('--from <day>', 'without --data, cases opened from this day on').argParser(dayOption),
    new Option('--to <day>', 'without --data, cases opened up to this day').argParser(dayOption),
  ];
}

/** More teach no better, and do not fit into memory: the latest count. */
const mostCases = 300_000;

/**
 * Reads history.
 * @param openRouting opens the store where no file is named.
 * @throws Error that says which option is missing, or what is wrong with the file.
 */
export async function readHistory(
  { data, text, label, from, to }: HistoryOptions,
  openRouting: () => Promise<RoutingEngine>,
): Promise<History> {
  if (data === undefined) return readCases(await openRouting(), { ...(from && { from }), ...(to && { to }) });
  if (text === undefined || label === undefined) {
    throw new Error('With --data, name the columns too: --text and --label.');
  }
  const { readExamples } = await import('../examples.ts');
  const read = await readExamples({ data, text, label });
  return {
    source: { name: basename(data), sha256: read.sha256 },
    complaints: read.examples.map(({ text: words, labels: [team = ''] }) => ({ text: words, team, routedTeam: team })),
    tellsRouting: false,
    skipped: describeSkipped(read),
  };
}

async function readCases(routing: RoutingEngine, period: { from?: string; to?: string }): Promise<History> {
  const hash = createHash('sha256');
  const complaints: PastCase[] = [];
  for await (const { text, team, routedTeam } of routing.closedCases(period)) {
    hash.update(JSON.stringify([text, team]));
    complaints.push({ text, team, routedTeam });
    if (complaints.length > mostCases) complaints.shift();
  }
  return { source: { name: 'closed cases', sha256: hash.digest('hex') }, complaints, tellsRouting: true, skipped: '' };
}
