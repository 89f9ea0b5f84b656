import { join } from 'node:path';
import { type Asking, type Classify, createClassify } from '../classify/learn/classifier.ts';
import type { ModelCard } from './card.ts';
import { readClassifier } from './classifier-folder.ts';
import { openEmbedder } from './embedder.ts';
import { withCache } from './embedding-cache.ts';

/** A classifier read from its folder. */
export interface Classifier {
  card: ModelCard;
  /** Predictions for texts, in order: whole batches, so that embeddings are asked together. */
  classify: Classify;
}

export interface OpenOptions {
  /** When embeddings are asked; `unsure` is the cascade: three times as fast at nearly the same accuracy. */
  asking?: Asking;
  /** Folder of fetched models and of the cache of embeddings. */
  dataDir: string;
}

/**
 * Opens the model in a folder. Its embeddings are loaded at the first text that needs them.
 * @throws Error that names what is missing, truncated or altered, or the embedding model that is not there.
 */
export async function openClassifier(folder: string, { asking = 'always', dataDir }: OpenOptions): Promise<Classifier> {
  const { card, model } = await readClassifier(folder);
  const needed = asking === 'never' ? null : card.embedder;
  const embedder =
    needed && withCache(await openEmbedder(join(dataDir, 'models'), needed.name, needed.sha256), dataDir);
  return { card, classify: createClassify(model, embedder, asking) };
}
