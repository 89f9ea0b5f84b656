import { deliveriesView } from '../api/views/deliveries.ts';
import { reportView } from '../api/views/report/report-view.ts';
import type { Config } from '../config.ts';
import { type Context, openContext } from '../context.ts';
import { takeLock } from '../lock/lock.ts';
import { replayDeliveries } from '../store/deliveries/replay-deliveries.ts';
import { intakeResult } from '../store/intake/intake-result.ts';
import { eachFailure } from '../store/read/failures.ts';
import { storeStatus } from '../store/status.ts';
import { addSubscriber, listSubscribers, removeSubscriber } from '../store/subscribers/subscribers.ts';
import { correctedExamples } from '../workers/corrected-examples.ts';
import { startCrew } from '../workers/crew.ts';
import { mineRelations } from '../workers/nightly.ts';
import { createQueueDesk } from '../workers/queue-desk.ts';
import { receive } from '../workers/receive.ts';
import { replay } from '../workers/replay.ts';
import { readReport } from '../workers/report.ts';
import { createSignInLink } from '../workers/sign-in-link.ts';
import type { Engine, SubscriberEngine } from './engine.ts';
import { openLog } from './log.ts';
import { openLocalPeople } from './people/people-local.ts';
import { pipelines } from './pipelines.ts';
import { openLocalRouting } from './routing/routing-local.ts';
import { createOpened } from './run/opened.ts';
import { createServices } from './services.ts';
import { openLocalTeams } from './teams/teams-engine.ts';

/** Opens the store in this process; the embedded one is locked against a second process until closed. */
export async function openLocalEngine(config: Config, { work }: { work: boolean }): Promise<Engine> {
  const opened = createOpened();
  try {
    if (!config.databaseUrl) {
      const lock = await takeLock(config.dataDir);
      opened.add(() => lock.release());
    }
    const context = await openContext(config, pipelines, openLog(config).log);
    opened.add(() => context.close());
    const crew = work ? await startCrew(context) : null;
    opened.add(async () => crew?.close());
    const { database, now } = context;
    const origin = `http://${config.host}:${config.port}`;
    const desk = createQueueDesk(context);
    const actor = { userId: null, name: 'command line' };
    return {
      receive: (source) => receive(context, source.name, [source]),
      intakeResult: (intakeId) => intakeResult(database, intakeId),
      status: async () => ({ ...(await storeStatus(database, context.models.versions)), queues: await desk.states() }),
      queues: {
        failedJobs: desk.failedJobs,
        pause: () => desk.pause(actor),
        resume: () => desk.resume(actor),
        retry: (ids) => desk.retry(ids, actor),
      },
      failures: () => eachFailure(database),
      replay: (ids) => replay(context, ids),
      correctedExamples: () => correctedExamples(context),
      async reanalyse(seconds) {
        if (!crew) throw new Error('An engine without workers was asked to analyse.');
        return crew.reanalyse(seconds);
      },
      mineRelations: (options) => mineRelations(context, options),
      deliveries: (query) => deliveriesView({ database, destinations: pipelines.delivery.destinations, now }, query),
      replayDeliveries: (ids) => replayDeliveries(database, ids, now()),
      report: async (day) => {
        const found = await readReport(context, day);
        return found && reportView(found, { ...context, ...context.models, grades: pipelines.intake.grades });
      },
      subscribers: localSubscribers(context),
      signInLink: () => createSignInLink(database, origin, now()),
      people: openLocalPeople(database, origin, now),
      routing: openLocalRouting(createServices(context, '')),
      teams: openLocalTeams(context),
      close: () => opened.close(),
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function localSubscribers({ database, now }: Pick<Context, 'database' | 'now'>): SubscriberEngine {
  return {
    list: async () => (await listSubscribers(database)).map((one) => ({ ...one, addedAt: one.addedAt.toISOString() })),
    change: (way, email) => (way === 'add' ? addSubscriber(database, email, now()) : removeSubscriber(database, email)),
  };
}
