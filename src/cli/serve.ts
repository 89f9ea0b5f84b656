import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from '../api/server.ts';
import type { Config } from '../config.ts';
import { watchInbox } from '../connect/folder/inbox.ts';
import { type Context, openContext } from '../context.ts';
import { takeLock } from '../lock/lock.ts';

import { startCrew } from '../workers/crew.ts';
import { receive, type Source } from '../workers/receive.ts';
import { createSignInLink } from '../workers/sign-in-link.ts';
import { openLog } from './log.ts';
import { pipelines } from './pipelines.ts';
import { loadSample } from './sample.ts';
import { createServices, inboxOf } from './services.ts';

/**
 * Runs Earshot in this process until it is told to stop: pages, inbox and workers, and the embedded database unless the
 * settings name another.
 */
export async function serve(config: Config, options: { sample: boolean }): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  // What is open, to be closed from the last to the first, whatever happens.
  const open: (() => Promise<unknown>)[] = [];
  try {
    const lock = await takeLock(config.dataDir);
    open.push(() => lock.release());
    const { log, file } = openLog(config);
    const context = await openContext(config, pipelines, log);
    open.push(() => context.close());
    const token = randomBytes(32).toString('base64url');
    const server = createServer(createServices(context, token));
    open.push(() => server.close());
    const url = await server.listen({ host: config.host, port: config.port }).catch((cause: unknown) => {
      throw listenError(config, cause);
    });
    await lock.announce({ url, token });
    const crew = await startCrew(context);
    open.push(() => crew.close());
    await listen(context, url, options, stopping.signal, file);
  } finally {
    for (const close of open.reverse()) await close();
  }
}

/** Loads the sample, says where to look, and watches the inbox until told to stop. */
async function listen(
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
