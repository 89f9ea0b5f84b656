import { join } from 'node:path';
import type { Services } from '../api/services.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { correctText } from '../workers/correct.ts';
import { mineRelations } from '../workers/nightly.ts';
import { createQueueDesk } from '../workers/queue-desk.ts';
import { receive } from '../workers/receive.ts';
import { replay } from '../workers/replay.ts';
import { readReport } from '../workers/report.ts';

/** The folder where people drop files. */
export function inboxOf(config: Config): string {
  return join(config.dataDir, 'inbox');
}

/** What the pages and the API need, over the context of this process. */
export function createServices(context: Context, localToken: string): Services {
  const { database, models, routing, pipelines, config, now, log } = context;
  return {
    database,
    taxonomy: models.taxonomy,
    routing,
    destinations: pipelines.delivery.destinations,
    grades: pipelines.intake.grades,
    quality: pipelines.quality,
    inbox: inboxOf(config),
    host: config.host,
    now,
    log,
    localToken,
    queues: createQueueDesk(context),
    intake: {
      receive: async (file) => ({
        intakeId: await receive(context, file.name, [{ ...file, open: () => file.stream }]),
      }),
      correct: (request) => correctText(context, request),
      replay: async (ids) => ({ waiting: await replay(context, ids) }),
      readReport: (day) => readReport(context, day),
      mineNow: (day) => mineRelations(context, day === undefined ? {} : { day }),
    },
  };
}
