import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { reportFile } from '../../dashboards/pages/report.ts';
import { packageRoot, readConfig } from '../config.ts';
import { loadModels } from '../models.ts';
import type { MorningReport } from '../report/morning-report.ts';
import { dayOption } from './day-option.ts';
import { openEngine } from './engine.ts';
import { pipelines } from './pipelines.ts';

interface Options {
  day?: string;
  out?: string;
  json?: boolean;
}

export function reportCommand(): Command {
  return new Command('report')
    .description('Tell what a night found: volume, what moved, new relations, cases overdue.')
    .option('--day <day>', 'the day, YYYY-MM-DD; left out, the latest that a night was run for', dayOption)
    .option('--out <file>', 'write it as one HTML file that needs nothing else')
    .option('--json', 'print one object')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot report\n  $ earshot report --day 2026-03-31 --out report.html\n  $ earshot report --json | jq .movers',
    )
    .action(tell);
}

async function tell({ day, out, json }: Options): Promise<void> {
  const config = readConfig();
  const engine = await openEngine(config, { work: false });
  try {
    const report = await engine.report(day);
    if (!report) {
      throw new Error(
        `No night was run for ${day ?? 'any day'}; "earshot nightly" runs one, --day says for which day.`,
      );
    }
    const names = await readNames(config.taxonomy);
    if (out !== undefined) await writeFile(out, reportFile(report, names).toString());
    if (json) console.log(JSON.stringify(report));
    else console.log(out === undefined ? describe(report, names) : `The report of ${report.day} is in ${out}.`);
  } finally {
    await engine.close();
  }
}

interface Names {
  category(id: string): string;
  team(id: string): string;
}

/** Full names, as the pages have them; ids of what the vocabulary or the routing knows no more. */
async function readNames(chosen: string | null): Promise<Names> {
  const { taxonomy } = await loadModels(packageRoot, chosen ?? pipelines.intake.taxonomy);
  const byId = new Map(taxonomy.categories.map((category) => [category.id, category]));
  const teams = pipelines.routing[taxonomy.name]?.teams ?? {};
  return {
    category(id) {
      const found = byId.get(id);
      const parent = found?.parent && found.parent !== found.facet ? byId.get(found.parent) : undefined;
      return parent ? `${parent.name} › ${found?.name}` : (found?.name ?? id);
    },
    team: (id) => teams[id]?.name ?? id,
  };
}

function describe(report: MorningReport, { category, team }: Names): string {
  const { day, volume, movers, newRelations, lostRelations, overdue, before, changed } = report;
  const pair = ({ antecedent, consequent }: { antecedent: string; consequent: string }) =>
    `          ${category(antecedent)} with ${category(consequent)}`;
  return [
    `Report    ${day}: ${volume.day} texts, ${volume.week} in the week up to it, ${volume.weekBefore} in the week before`,
    `Moved     ${movers.length === 0 ? 'nothing beyond chance' : ''}`,
    ...movers.map(
      ({ category: id, days, observed, expected, indicator }) =>
        `          ${indicator > 0 ? 'up  ' : 'down'}  ${category(id)}: ${observed} in the ${days === 1 ? 'day' : 'week'}, ${expected.toFixed(1)} expected`,
    ),
    before === null
      ? 'Relations no night before to compare with'
      : `Relations ${newRelations.length} new since ${before}, ${lostRelations.length} no longer found`,
    ...newRelations.map(pair),
    `Overdue   ${overdue.map((row) => `${team(row.team)} ${row.cases}`).join(', ') || 'no case'}`,
    changed.length > 0 && `Changed   ${changed.join(', ')}: differences may be due to that`,
  ]
    .filter((line) => line !== false)
    .join('\n');
}
