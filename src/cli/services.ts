import { join } from 'node:path';
import type { Services } from '../api/services.ts';
import { UserError } from '../api/user-error.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { checkRules } from '../workers/check-rules.ts';
import { correctText } from '../workers/correct.ts';
import { correctedExamples } from '../workers/corrected-examples.ts';
import type { Crew } from '../workers/crew.ts';
import { MixedVersions } from '../workers/night/refuse-mixture.ts';
import { mineRelations } from '../workers/nightly.ts';
import { createQueueDesk } from '../workers/queue-desk.ts';
import { receive } from '../workers/receive.ts';
import { replay } from '../workers/replay.ts';
import { readReport } from '../workers/report.ts';
import { readTeamReport } from '../workers/team-report.ts';
import { learnCategory, learnName } from '../workers/vocabulary.ts';

/** The folder where people drop files. */
export function inboxOf(config: Config): string {
  return join(config.dataDir, 'inbox');
}

/**
 * What the pages and the API need, over the context of this process.
 * @param crew the workers of this process; null where it has none, or none yet.
 */
export function createServices(context: Context, localToken: string, crew: () => Crew | null = () => null): Services {
  const { database, pipelines, config, now, log } = context;
  return {
    database,
    // People add to the vocabulary while the pages are up.
    get taxonomy() {
      return context.models.taxonomy;
    },
    get versions() {
      return context.models.versions;
    },
    get routing() {
      return context.routing;
    },
    refreshRouting: context.refreshRouting,
    readTeamReport: (asked) => readTeamReport(context, asked),
    checkRules: (texts) => checkRules(context, texts),
    destinations: pipelines.delivery.destinations,
    suggest: pipelines.answers.suggest,
    grades: pipelines.intake.grades,
    quality: pipelines.quality,
    inbox: inboxOf(config),
    host: config.host,
    now,
    log,
    localToken,
    sendsMail: config.smtpUrl !== null && config.mailFrom !== null,
    queues: createQueueDesk(context),
    vocabulary: {
      learnCategory: (request) => learnCategory(context, request),
      learnName: (request) => learnName(context, request),
    },
    intake: {
      receive: async (file) => ({
        intakeId: await receive(context, file.name, [{ ...file, open: () => file.stream }]),
      }),
      correctedExamples: () => correctedExamples(context),
      correct: (request) => correctText(context, request),
      replay: async (ids) => ({ waiting: await replay(context, ids) }),
      readReport: (day) => readReport(context, day),
      async reanalyse(seconds) {
        const workers = crew();
        if (workers) return workers.reanalyse(seconds);
        throw new UserError(409, 'This process has no workers, or is just starting them. Try again in a moment.');
      },
      mineNow: (day) =>
        mineRelations(context, day === undefined ? {} : { day }).catch((error: unknown) => {
          throw error instanceof MixedVersions ? new UserError(409, error.message) : error;
        }),
    },
  };
}
