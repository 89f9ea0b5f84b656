import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openEngine } from './engine.ts';

export function teamsCommand(): Command {
  return new Command('teams')
    .description('Read departments from a file, or write them into one.')
    .addCommand(importCommand())
    .addCommand(exportCommand())
    .addHelpText(
      'after',
      `
Examples:
  $ earshot teams export > teams.yaml
  $ earshot teams import teams.yaml --dry-run    shows what would change
  $ earshot teams import teams.csv

A file in YAML (or JSON):
  billing:
    name: Billing
    owns: Bills, payments, refunds and debts.
    time_zone: Europe/London
    hours: { mon-thu: "09:00-17:30", fri: "09:00-12:30 13:00-16:00" }
    holidays: [2026-12-25, 2026-12-28]
    due: { urgent: 2, high: 8, normal: 24, low: 40 }     working hours from receipt
    capacity: 120
    overflow: triage
    languages: [en]
    members: [jo@example.com]
In CSV, a column "team" and any of: name, owns, enabled, time_zone, hours.mon … hours.sun, holidays, due.urgent,
due.high, due.normal, due.low, capacity, overflow, languages, members.
What a file does not say stays as it is; a team that it does not name stays too. "enabled: no" switches a team off.`,
    );
}

function importCommand(): Command {
  return new Command('import')
    .description('Lay a file over the departments that there are.')
    .argument('<file>', 'YAML, JSON or CSV')
    .option('--dry-run', 'only show what would change')
    .option('--json', 'print one object')
    .action(async (file: string, { dryRun = false, json }: { dryRun?: boolean; json?: boolean }) => {
      const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
        throw new Error(`${file} cannot be read (${cause.code}).`, { cause });
      });
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const format = /\.csv$/i.test(file) ? 'csv' : 'yaml';
        const { problems, differences } = await engine.teams.change({ text, format, dryRun });
        if (problems.length > 0) {
          const lines = problems.map(({ line, field, message }) => `  line ${line}, ${field}: ${message}`);
          throw new Error(`${file} was not taken, and nothing was changed:\n${lines.join('\n')}`);
        }
        if (json) return console.log(JSON.stringify({ dryRun, differences }));
        for (const { team, field, before, after } of differences) {
          console.log(`${team}  ${field}: ${before ?? '(new)'} → ${after}`);
        }
        if (differences.length === 0) console.log('It changes nothing.');
        else console.log(dryRun ? 'Nothing was changed yet: leave --dry-run out.' : 'This was changed.');
      } finally {
        await engine.close();
      }
    });
}

function exportCommand(): Command {
  return new Command('export').description('Write the departments as YAML.').action(async () => {
    const engine = await openEngine(readConfig(), { work: false });
    try {
      process.stdout.write(await engine.teams.export());
    } finally {
      await engine.close();
    }
  });
}
