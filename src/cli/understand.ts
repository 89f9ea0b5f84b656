import { createAnalyser } from '../classify/analyse.ts';
import { type Config, packageRoot } from '../config.ts';
import { walk } from '../connect/folder/walk.ts';
import { chooseRouting } from '../context.ts';
import { parseText } from '../ingest/parse.ts';
import { readTexts } from '../ingest/split/read-texts.ts';
import { openFinder } from '../models/open-finder.ts';
import { loadModels } from '../models.ts';
import { createRouter } from '../route/router.ts';
import type { Analysis, Channel, Document, RawText, Route } from '../types.ts';
import { pipelines } from './pipelines.ts';

/** What Earshot makes of one text. */
export interface Understood {
  source: string;
  document: Document;
  analysis: Analysis;
  route: Route | null;
}

/** The path of one text through the stages, without any store. */
export async function createUnderstanding({
  taxonomy,
  dataDir,
}: Pick<Config, 'taxonomy' | 'dataDir'>): Promise<(raw: RawText) => Promise<Understood>> {
  const models = await loadModels(packageRoot, taxonomy ?? pipelines.intake.taxonomy, {
    models: pipelines.intake.models,
    settings: pipelines.intake,
    dataDir,
  });
  const analyse = createAnalyser(models, pipelines.intake);
  const find = await openFinder(models, pipelines.intake);
  const route = createRouter(chooseRouting(pipelines.routing, models.taxonomy.name), models.taxonomy);
  return async (raw) => {
    const document = await parseText(raw, pipelines.intake.cleaning);
    const [analysis] = analyse([document], await find([document]));
    return { source: raw.source, document, analysis: analysis!, route: route(document, analysis!) };
  };
}

/** The texts of files and folders, and what cannot be read of them. */
export async function* textsOf(paths: string[], channel: Channel | undefined) {
  const { largestTextMegabytes } = pipelines.intake.reading;
  for await (const file of walk(paths)) {
    if ('reason' in file) yield file;
    else {
      const input = { name: file.name, modifiedAt: file.modifiedAt, stream: file.open() };
      yield* readTexts(input, { largestTextMegabytes, mapping: file.mapping, ...(channel && { channel }) });
    }
  }
}
