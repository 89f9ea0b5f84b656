import type { Models } from '../classify/models.ts';
import { hear, type Sighting, sightingsOf } from '../classify/sighting.ts';
import type { IntakePipeline } from '../pipeline.ts';
import type { Document } from '../types.ts';
import { openClassifier } from './open-classifier.ts';
import { openLikeness } from './open-likeness.ts';

/** What the trained models of the intake, and likeness to examples, see in each document, in order: whole batches, so that embeddings are asked together. */
export type Finder = (documents: Document[]) => Promise<Sighting[][]>;

/**
 * Opens the trained models that the intake names; one that needs embeddings loads them at its first text.
 * @throws Error that names what of a model's folder is missing or altered.
 */
export async function openFinder(models: Models, intake: IntakePipeline): Promise<Finder> {
  const finders = [await openModels(models, intake), await openLikeness(models, intake)].filter((one) => one !== null);
  return async (documents) => {
    const sightings: Sighting[][] = documents.map(() => []);
    for (const find of finders) {
      for (const [at, found] of (await find(documents)).entries()) sightings[at]!.push(...found);
    }
    return sightings;
  };
}

async function openModels({ classifiers }: Models, { listenTo }: IntakePipeline): Promise<Finder | null> {
  if (!classifiers || classifiers.uses.length === 0) return null;
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
