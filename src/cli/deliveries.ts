import { Command, Option } from 'commander';
import type { Deliveries } from '../../dashboards/views/deliveries.ts';
import { readConfig } from '../config.ts';
import { type DeliveryState, deliveryStates } from '../deliver/parcel.ts';
import { type Engine, openEngine } from './engine.ts';

interface Options {
  replay?: string[] | true;
  state?: DeliveryState;
  destination?: string;
  json?: boolean;
}

export function deliveriesCommand(): Command {
  return new Command('deliveries')
    .description('Show where cases go, what has not arrived and why; send it once more.')
    .option('--replay [id...]', 'send these once more, or without an id all that failed or were given up')
    .addOption(new Option('--state <state>', 'only those in this state').choices(deliveryStates))
    .option('--destination <name>', 'only those of one destination')
    .option('--json', 'print one object a delivery and line')
    .addHelpText(
      'after',
      '\nExamples:\n  $ earshot deliveries\n  $ earshot deliveries --state dead --json | jq -r .reason\n' +
        '  $ earshot deliveries --replay 17 18   these\n  $ earshot deliveries --replay         all',
    )
    .action(async ({ replay, ...options }: Options) => {
      const engine = await openEngine(readConfig(), { work: false });
      try {
        if (replay) console.log(`${await engine.replayDeliveries(readIds(replay))} will be sent once more.`);
        else await list(engine, options);
      } finally {
        await engine.close();
      }
    });
}

function readIds(replay: string[] | true): number[] | 'all' {
  if (replay === true || replay.length === 0) return 'all';
  return replay.map((id) => {
    if (/^[1-9]\d{0,14}$/.test(id)) return Number(id);
    throw new Error(`"${id}" is no number of a delivery; "earshot deliveries" shows them.`);
  });
}

async function list(engine: Engine, { state, destination, json }: Options): Promise<void> {
  const query = { limit: 1000, ...(state && { state: [state] }), ...(destination && { destination }) };
  let page: Deliveries = await engine.deliveries(query);
  if (!json) for (const one of page.destinations) console.log(describe(one));
  for (;;) {
    for (const one of page.deliveries) {
      const { id, key, attempts, reason } = one;
      console.log(
        json ? JSON.stringify(one) : `${id}  ${key}: ${one.state} after ${attempts} attempts. ${reason ?? ''}`,
      );
    }
    const last = page.deliveries.at(-1);
    if (!page.next || !last) return;
    page = await engine.deliveries({ ...query, before: last.id });
  }
}

function describe({ name, on, counts, failures, reason, openUntil }: Deliveries['destinations'][number]): string {
  const numbers = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  const health =
    failures > 0
      ? `; ${failures} failures in a row: ${reason}${openUntil ? ` Left alone until ${openUntil}.` : ''}`
      : '';
  return `${name}: ${on ? 'on' : 'off'}${numbers.length > 0 ? `; ${numbers.join(', ')}` : ''}${health}`;
}
