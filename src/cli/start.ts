import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Command } from 'commander';
import { createServer } from '../api/server.ts';
import { type Config, readConfig } from '../config.ts';
import { watchInbox } from '../connect/folder/inbox.ts';
import { type Context, openContext } from '../context.ts';
import { takeLock } from '../lock.ts';

import { startCrew } from '../workers/crew.ts';
import { receive, type Source } from '../workers/receive.ts';
import { createSignInLink } from '../workers/sign-in-link.ts';
import { openLog } from './log.ts';
import { pipelines } from './pipelines.ts';
import { loadSample } from './sample.ts';
import { createServices, inboxOf } from './services.ts';

export function startCommand(): Command {
  return new Command('start')
    .description(
      'Run Earshot in one process: pages, inbox and workers, on the embedded database unless DATABASE_URL is set.',
    )
    .option('--empty', 'do not load the sample corpus into an empty store')
    .addHelpText(
      'after',
      `
Examples:
  $ earshot start                                     an empty store gets the sample corpus
  $ earshot start --empty                             it stays empty
  $ EARSHOT_TAXONOMY=banking EARSHOT_DATA_DIR=~/bank earshot start`,
    )
    .action(({ empty }: { empty?: boolean }) => start(readConfig(), { sample: !empty }));
}

async function start(config: Config, options: { sample: boolean }): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const lock = await takeLock(config.dataDir);
  const { log, file } = openLog(config);
  try {
    const context = await openContext(config, pipelines, log);
    const token = randomBytes(32).toString('base64url');
    const server = createServer(createServices(context, token));
    const url = await server.listen({ host: config.host, port: config.port }).catch((cause: unknown) => {
      throw listenError(config, cause);
    });
    await lock.announce({ url, token });
    const crew = await startCrew(context);
    await serve(context, url, options, stopping.signal, file);
    await server.close();
    await crew.close();
    await context.close();
  } finally {
    await lock.release();
  }
}

/** Loads the sample, says where to look, and watches the inbox until told to stop. */
async function serve(
  context: Context,
  url: string,
  { sample }: { sample: boolean },
  signal: AbortSignal,
  logFile: string | null,
): Promise<void> {
  if (sample) await loadSample(context, signal);
  if (signal.aborted) return;
  const inbox = inboxOf(context.config);
  const link = await createSignInLink(context.database, url, context.now());
  console.log(`\nEarshot listens. Sign in with this link; it is good once:\n\n  ${link}\n`);
  console.log(`Drop files into ${inbox} or run "npx earshot ingest PATH…". "npx earshot sign-in" prints a new link.`);
  if (logFile) console.log(`The log is ${logFile}. Ctrl+C stops.`);
  await Promise.all([
    watchInbox(inbox, (file) => takeIn(context, file), signal, {
      onFailure: ({ source, reason }) => context.log.warn({ source, reason }, 'a file of the inbox cannot be taken'),
    }),
    stopped(signal),
  ]);
  console.log('Stopping: what is under way is finished first.');
}

/** Reads a file of the inbox, which tells nothing of its channel. */
async function takeIn(context: Context, file: Omit<Source, 'channel'>): Promise<void> {
  await receive(context, file.name, [{ ...file, channel: null }]);
}

async function stopped(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

function listenError({ host, port }: Config, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${host} is taken. Set EARSHOT_PORT to another, or stop what uses it.`, { cause });
  }
  return new Error(`Earshot cannot listen on ${host}:${port} (${code ?? cause}).`, { cause });
}
