import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { reportFile } from '../../dashboards/pages/report-file.ts';
import type { Report } from '../../dashboards/views/report.ts';
import { reportCsv } from '../api/views/report/report-csv.ts';
import { readConfig } from '../config.ts';
import { dayOption } from './day-option.ts';
import { openEngine } from './engine.ts';
import { describeReport } from './report-words.ts';

const formats = ['text', 'html', 'json', 'csv'] as const;
type Format = (typeof formats)[number];

interface Options {
  day?: string;
  out?: string;
  format?: Format;
  json?: boolean;
}

export function reportCommand(): Command {
  return new Command('report')
    .description('Tell what a night found: volume, what moved, new relations, what changed and why, cases overdue.')
    .option('--day <day>', 'the day, YYYY-MM-DD; left out, the latest that a night was run for', dayOption)
    .option('--out <file>', 'write it to a file; one of HTML needs nothing else')
    .addOption(new Option('--format <format>', 'how it is written; left out, by the ending of --out').choices(formats))
    .option('--json', 'print one object, as --format json does')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot report\n  $ earshot report --day 2026-03-31 --out report.html\n  $ earshot report --format csv > report.csv\n  $ earshot report --json | jq .movers',
    )
    .action(tell);
}

async function tell({ day, out, json, format = formatOf(out, json) }: Options): Promise<void> {
  const config = readConfig();
  const engine = await openEngine(config, { work: false });
  try {
    const report = await engine.report(day);
    if (!report) {
      throw new Error(
        `No night was run for ${day ?? 'any day'}; "earshot nightly" runs one, --day says for which day.`,
      );
    }
    const text = written(report, format, `http://${config.host}:${config.port}`);
    if (out === undefined) process.stdout.write(text);
    else {
      await writeFile(out, text);
      console.log(json ? text.trimEnd() : `The report of ${report.day} is in ${out}.`);
    }
  } finally {
    await engine.close();
  }
}

function formatOf(out: string | undefined, json: boolean | undefined): Format {
  if (out === undefined) return json ? 'json' : 'text';
  const ending = /\.(json|csv|txt)$/i.exec(out)?.[1]?.toLowerCase();
  return ending === undefined ? 'html' : ending === 'txt' ? 'text' : (ending as Format);
}

function written(report: Report, format: Format, base: string): string {
  if (format === 'csv') return reportCsv(report);
  if (format === 'html') return reportFile(report, base).toString();
  return format === 'json' ? `${JSON.stringify(report)}\n` : `${describeReport(report)}\n`;
}
