import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { type Classifier, openClassifier } from '../../models/open-classifier.ts';
import type { Routing } from '../../pipeline.ts';
import { advise } from '../../route/learned/advise.ts';
import { noRule } from '../../route/router.ts';
import { type RoutingModel, routingModelFiles, runningRoutingModels } from '../../store/routing/routing-models.ts';
import type { Route, Suggestion } from '../../types.ts';
import { every } from '../every.ts';
import type { RoutedResult } from '../route-texts.ts';
import { suggestionsOf } from './learn-routing.ts';

/** Joins what learned models say with what the rules say. */
export interface Advisor {
  /** Of complaints that no rule fits, those that the live model is sure of go to its team; the one in the shadow is only noted. */
  advise(results: RoutedResult[]): Promise<RoutedResult[]>;
  close(): Promise<void>;
}

interface Running {
  model: RoutingModel;
  classifier: Classifier;
}

const reloadSeconds = 15;

type AdvisorContext = Pick<Context, 'database' | 'routing' | 'config' | 'log'>;

/** Opens the models that run, and looks every few seconds whether a lead has chosen others. */
export async function openAdvisor(context: AdvisorContext): Promise<Advisor> {
  const { log } = context;
  let running: Running[] = [];
  const reload = async () => {
    running = await loadRunning(context, running);
  };
  // A model that cannot be read must not keep complaints from people: the rules go on without it.
  await reload().catch((err: unknown) => log.error({ err }, 'the routing models could not be opened'));
  const stop = every(reloadSeconds, log, reload);
  const nameOf = (team: string) => context.routing.teams[team]?.name ?? team;

  return {
    async advise(results) {
      const now = running;
      const open = results.flatMap((result, at) => (isUnrouted(result) ? [at] : []));
      if (now.length === 0 || open.length === 0) return results;
      const texts = open.map((at) => (results[at] as Unrouted).document.text);
      const advised = [...results];
      for (const one of now) {
        const suggestions = await suggest(one.classifier, texts, context.routing);
        const { id, threshold, state } = one.model;
        for (const [index, at] of open.entries()) {
          const before = results[at] as Unrouted;
          const advice = { by: `model ${id}`, threshold, suggestions: suggestions[index]! };
          const route = advise(before.route, advice, nameOf);
          const current = advised[at] as Unrouted;
          advised[at] =
            state === 'live' ? { ...current, route } : { ...current, shadow: { ...route, candidate: advice.by } };
        }
      }
      return advised;
    },
    close: stop,
  };
}

/** The teams that there are, but triage, as a model suggests them for each text, the likeliest first. */
export async function suggest({ classify }: Classifier, texts: string[], routing: Routing): Promise<Suggestion[][]> {
  const isTeam = ({ team }: Suggestion) => Object.hasOwn(routing.teams, team) && team !== routing.triage;
  return (await classify(texts)).map((prediction) => suggestionsOf(prediction).filter(isTeam));
}

type Unrouted = Extract<RoutedResult, { route: unknown }> & { route: Route };

function isUnrouted(result: RoutedResult): result is Unrouted {
  return 'route' in result && result.route?.by === noRule.by;
}

/** Keeps what is open already, unless its threshold or state has changed, and opens what is new. */
async function loadRunning(context: AdvisorContext, open: Running[]): Promise<Running[]> {
  const models = await runningRoutingModels(context.database);
  return Promise.all(
    models.map(async (model) => {
      const known = open.find((one) => one.model.id === model.id);
      return { model, classifier: known?.classifier ?? (await openRoutingModel(context, model.id)) };
    }),
  );
}

/** Writes the model's files into the data directory, where they are checked as they are read. */
export async function openRoutingModel(
  { database, config }: Pick<Context, 'database' | 'config'>,
  id: number,
): Promise<Classifier> {
  const { dataDir } = config;
  const folder = join(dataDir, 'models', `routing-${id}`);
  const beside = `${folder}.${process.pid}`;
  await mkdir(beside, { recursive: true });
  for (const [name, bytes] of await routingModelFiles(database, id)) await writeFile(join(beside, name), bytes);
  await rm(folder, { recursive: true, force: true });
  await rename(beside, folder);
  return openClassifier(folder, { asking: 'unsure', dataDir });
}
