import { workerData } from 'node:worker_threads';
import { createAnalyser } from '../../classify/analyse.ts';
import { parseText } from '../../ingest/parse.ts';
import { openFinder } from '../../models/open-finder.ts';
import type { Analysis, Document, RawText } from '../../types.ts';
import type { LanguageAnswer, LanguageSettings, LanguageTask } from './task.ts';

const { models, intake } = workerData as LanguageSettings;
const analyseAll = createAnalyser(models, intake);
const find = await openFinder(models, intake);

type Parsed = { raw: RawText; document: Document } | { rawId: string; reason: string };

/** The path of one text through the stages that need nothing of the store: bytes → Document → Analysis. Each fails alone. */
export default async function understand(raws: LanguageTask): Promise<LanguageAnswer> {
  const started = performance.now();
  const parsed = await Promise.all(raws.map(parse));
  const parsedAt = performance.now();
  const documents = parsed.flatMap((item) => ('document' in item ? [item.document] : []));
  const analyses = analyseAll(documents, await find(documents));
  const analysedAt = performance.now();
  let next = 0;
  const results = parsed.map((item) => {
    if ('reason' in item) return item;
    return { rawId: item.raw.id, document: item.document, analysis: analyses[next++]! };
  });
  const seconds = {
    parse: (parsedAt - started) / 1000,
    analyse: (analysedAt - parsedAt) / 1000,
  };
  return { results, seconds };
}

/** What the present models make of texts that were read before. */
export async function analyse(documents: Document[]): Promise<Analysis[]> {
  return analyseAll(documents, await find(documents));
}

async function parse(raw: RawText): Promise<Parsed> {
  try {
    return { raw, document: await parseText(raw, intake.cleaning) };
  } catch (error) {
    return { rawId: raw.id, reason: error instanceof Error ? error.message : String(error) };
  }
}
