import { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { QueueState } from '../queue/desk.ts';
import { openEngine, type Status } from './engine.ts';

export function statusCommand(): Command {
  return new Command('status')
    .description('Show texts by state and channel, cases by team and state, failures, and the last run.')
    .option('--json', 'print one object')
    .addHelpText('after', '\nExamples:\n  $ earshot status\n  $ earshot status --json | jq .failures')
    .action(async ({ json }: { json?: boolean }) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        const status = await engine.status();
        console.log(json ? JSON.stringify(status) : describe(status));
      } finally {
        await engine.close();
      }
    });
}

function describe(status: Status): string {
  const { queues, documents, understood, waiting, stale, failures, texts, cases, lastRun } = status;
  return [
    `Texts   ${documents} analysed and routed, ${waiting} waiting, ${failures} kept aside`,
    ...texts.map(({ state, channel, count }) => `        ${String(count).padStart(8)}  ${channel}, ${state}`),
    understood < documents && `        ${documents - understood} in languages that no model reads: stored and counted`,
    stale > 0 && `        ${stale} still analysed by an older version, so that counts mix two: run "earshot reanalyse"`,
    cases.length > 0 ? 'Cases' : 'Cases   none: no complaint has been routed yet',
    ...cases.map(({ team, state, count }) => `        ${String(count).padStart(8)}  ${team}, ${state}`),
    lastRun
      ? `Run     ${lastRun.id} mined ${lastRun.documents} texts, ended ${lastRun.endedAt && new Date(lastRun.endedAt).toISOString()}`
      : 'Run     none yet: "earshot nightly" mines relations now',
    ...queues.flatMap(describeQueue),
    failures > 0 && '"earshot failures" lists what is kept aside.',
    documents + waiting + failures === 0 && 'The store is empty: "earshot ingest PATH…" reads files and folders.',
  ]
    .filter((line) => line !== false)
    .join('\n');
}

/** Only what asks for something to be done: a queue that runs is no news. */
function describeQueue({ name, counts, pausedAt, pausedBy }: QueueState): string[] {
  return [
    pausedAt &&
      `Queue   ${name} stands still since ${pausedAt.toISOString()}, by ${pausedBy}: "earshot resume" lets it go on`,
    counts.failed > 0 && `Queue   ${name} has given up ${counts.failed} jobs: "earshot failures --jobs" says why`,
  ].filter((line) => typeof line === 'string');
}
