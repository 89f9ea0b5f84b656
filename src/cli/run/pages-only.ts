import { randomBytes } from 'node:crypto';
import type { Config } from '../../config.ts';
import { openContext } from '../../context.ts';
import { createSignInLink } from '../../workers/sign-in-link.ts';
import { openLog } from '../log.ts';
import { pipelines } from '../pipelines.ts';
import { createOpened } from './opened.ts';
import { openPages } from './pages.ts';
import { needSharedDatabase, stopSeconds } from './shared-database.ts';
import { stopped, stopSignal } from './stopping.ts';

/** Serves pages and API until told to stop; what they set going is left to workers elsewhere. */
export async function runPages(config: Config): Promise<void> {
  needSharedDatabase(config, 'serve');
  const signal = stopSignal(stopSeconds);
  const opened = createOpened();
  try {
    const context = await openContext(config, pipelines, openLog(config).log);
    opened.add(() => context.close());
    // No command asks a server of a shared database for anything, so nobody is told the token.
    const pages = await openPages(context, randomBytes(32).toString('base64url'));
    opened.add(() => pages.close());
    const link = await createSignInLink(context.database, pages.url, context.now());
    console.log(`Earshot serves its pages. Sign in with this link; it is good once:\n\n  ${link}\n`);
    console.log('Texts are worked on by "earshot work", in any number of processes.');
    await stopped(signal);
  } finally {
    await opened.close();
  }
}
