import { type Logger, pino } from 'pino';
import type { CasesPipeline } from './cases/cases-pipeline.ts';
import type { TrainingSettings } from './classify/learn/settings.ts';
import { type Config, packageRoot } from './config.ts';
import type { AnswersPipeline } from './deliver/answers-pipeline.ts';
import type { DeliveryPipeline } from './deliver/destination.ts';
import { createMeters, type Meters } from './meters.ts';
import { extendModels, loadModels, type Models } from './models.ts';
import type { IntakePipeline, NightlyPipeline, QualityPipeline, Routing, RoutingPipeline } from './pipeline.ts';
import { createDispatch, type Dispatch } from './queue/dispatch.ts';
import { openQueue } from './queue/open.ts';
import type { JobQueue } from './queue/queue.ts';
import type { Database } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { openDatabase } from './store/open.ts';
import { openRoutingBook } from './store/teams/routing-book.ts';
import { addedCategories } from './store/vocabulary/added-categories.ts';

export interface Pipelines {
  answers: AnswersPipeline;
  cases: CasesPipeline;
  delivery: DeliveryPipeline;
  intake: IntakePipeline;
  routing: RoutingPipeline;
  nightly: NightlyPipeline;
  quality: QualityPipeline;
  training: TrainingSettings;
}

/** Everything that work needs, opened once at the edge and closed once. */
export interface Context {
  config: Config;
  pipelines: Pipelines;
  /** The rules of the chosen taxonomy with the departments of the store, as last read. */
  readonly routing: Routing;
  /** Reads the departments of the store again, where somebody may have changed them. */
  refreshRouting(): Promise<void>;
  /** With what people added to the vocabulary; another object once they have added more. */
  models: Models;
  /** Takes in what people have added to the vocabulary since, here or in another process. */
  reloadVocabulary(): Promise<void>;
  database: Database;
  queue: JobQueue;
  dispatch: Dispatch;
  /** What this process measures of its own work. */
  meters: Meters;
  log: Logger;
  now(): Date;
  close(): Promise<void>;
}

/**
 * Opens models, database (brought to the newest schema) and queue.
 * The caller holds the lock of the data directory when the database is the embedded one.
 * @throws Error that names what is wrong with a setting, a taxonomy or the routing.
 */
export async function openContext(config: Config, pipelines: Pipelines, log: Logger = pino()): Promise<Context> {
  const models = await loadModels(packageRoot, config.taxonomy ?? pipelines.intake.taxonomy, {
    models: pipelines.intake.models,
    settings: pipelines.intake,
    dataDir: config.dataDir,
  });
  const rules = chooseRouting(pipelines.routing, models.taxonomy.name);
  const database = await openDatabase(config);
  const queue = await openMigrated(database, config).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const book = await openRoutingBook(database, rules, new Date());
  const dispatch = createDispatch(queue, pipelines.intake.reading.batchTexts, (err) =>
    log.error({ err }, 'the queue took no jobs; the texts wait in the store until it does'),
  );
  const close = async () => {
    await dispatch.flush();
    await queue.close();
    await database.close();
  };
  const meters = createMeters();
  const now = () => new Date();
  const reloadVocabulary = async () => {
    const extended = extendModels(models, await addedCategories(database));
    if (extended.taxonomy.version !== context.models.taxonomy.version) context.models = extended;
  };
  const context: Context = {
    ...{ config, pipelines, models, reloadVocabulary, database, queue, dispatch, meters, log, now, close },
    get routing() {
      return book.routing;
    },
    refreshRouting: book.refresh,
  };
  await reloadVocabulary();
  return context;
}

/** The rules that speak of the taxonomy. @throws Error naming the taxonomies that have rules. */
export function chooseRouting(pipeline: RoutingPipeline, taxonomy: string): Routing {
  const routing = pipeline[taxonomy];
  if (routing) return routing;
  throw new Error(
    `pipelines/routing.ts has no rules for the taxonomy "${taxonomy}"; it has ${Object.keys(pipeline).join(', ')}. ` +
      `Add an entry "${taxonomy}" with teams, triage and rules.`,
  );
}

async function openMigrated(database: Database, config: Config): Promise<JobQueue> {
  await migrate(database);
  return openQueue(database, config);
}
