import type { Config } from '../../config.ts';
import { openContext } from '../../context.ts';
import { startCrew } from '../../workers/crew.ts';
import { openLog } from '../log.ts';
import { pipelines } from '../pipelines.ts';
import { createOpened } from './opened.ts';
import { openOperations } from './operations.ts';
import { openOutbox } from './outbox.ts';
import { openReportMails } from './report-mails.ts';
import { needSharedDatabase, stopSeconds } from './shared-database.ts';
import { stopped, stopSignal } from './stopping.ts';

/** Works on what waits until told to stop. @param threads of language work; null for what the machine has to spare. */
export async function runWorkers(config: Config, threads: number | null): Promise<void> {
  needSharedDatabase(config, 'work');
  const signal = stopSignal(stopSeconds);
  const opened = createOpened();
  try {
    const context = await openContext(config, pipelines, openLog(config).log);
    opened.add(() => context.close());
    const operations = await openOperations(context);
    opened.add(() => operations.close());
    const crew = await startCrew(context, threads);
    opened.add(() => crew.close());
    opened.add(openOutbox(context));
    opened.add(openReportMails(context));
    console.log('Earshot works on what waits. Ctrl+C stops.');
    await stopped(signal);
    console.log('Stopping: what is under way is finished or given back.');
  } finally {
    await opened.close();
  }
}
