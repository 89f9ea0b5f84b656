import { randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import { watchInbox } from '../../connect/folder/inbox.ts';
import { type Context, openContext } from '../../context.ts';
import { takeLock } from '../../lock/lock.ts';
import { type Crew, startCrew } from '../../workers/crew.ts';
import { receive, type Source } from '../../workers/receive.ts';
import { createSignInLink } from '../../workers/sign-in-link.ts';
import { openLog } from '../log.ts';
import { pipelines } from '../pipelines.ts';
import { loadSample } from '../sample.ts';
import { inboxOf } from '../services.ts';
import { createOpened } from './opened.ts';
import { openOutbox } from './outbox.ts';
import { openPages } from './pages.ts';
import { openReportMails } from './report-mails.ts';
import { stopped, stopSignal } from './stopping.ts';

/**
 * Runs Earshot in this process until it is told to stop: pages, inbox and workers, and the embedded database unless the
 * settings name another.
 */
export async function runAll(config: Config, options: { sample: boolean }): Promise<void> {
  const signal = stopSignal(null);
  const opened = createOpened();
  try {
    const lock = await takeLock(config.dataDir);
    opened.add(() => lock.release());
    const { log, file } = openLog(config);
    const context = await openContext(config, pipelines, log);
    opened.add(() => context.close());
    const token = randomBytes(32).toString('base64url');
    let crew: Crew | null = null;
    const pages = await openPages(context, token, () => crew);
    opened.add(() => pages.close());
    await lock.announce({ url: pages.url, token });
    const workers = await startCrew(context);
    crew = workers;
    opened.add(() => workers.close());
    opened.add(openOutbox(context));
    opened.add(openReportMails(context));
    await listen(context, pages.url, options, signal, file);
  } finally {
    await opened.close();
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
