import type { Models } from '../classify/models.ts';
import { hear, type Sighting, sightingsOf } from '../classify/sighting.ts';
import type { IntakePipeline } from '../pipeline.ts';
import type { Document } from '../types.ts';
import { openClassifier } from './open-classifier.ts';

/** What the trained models of the intake see in each document, in order: whole batches, so that embeddings are asked together. */
export type Finder = (documents: Document[]) => Promise<Sighting[][]>;

/**
 * Opens the trained models that the intake names; one that needs embeddings loads them at its first text.
 * @throws Error that names what of a model's folder is missing or altered.
 */
export async function openFinder({ classifiers }: Models, { listenTo }: IntakePipeline): Promise<Finder> {
  if (!classifiers || classifiers.uses.length === 0) return async (documents) => documents.map(() => []);
  const { dataDir } = classifiers;
  const opened = await Promise.all(
    classifiers.uses.map(async (use) => ({
      use,
      ...(await openClassifier(use.folder, { asking: use.asking, dataDir })),
    })),
  );
  return async (documents) => {
    const heard = documents.map((document) => hear(document, listenTo));
    const texts = heard.map(({ text }) => text);
    const sightings: Sighting[][] = documents.map(() => []);
    for (const { use, classify } of opened) {
      for (const [at, prediction] of (await classify(texts)).entries()) {
        sightings[at]!.push(...sightingsOf(prediction, heard[at]!, use));
      }
    }
    return sightings;
  };
}
