import { Option } from 'commander';
import type { Embedder } from '../../classify/learn/model.ts';

export function embeddingOption(): Option {
  return new Option('--no-embeddings', 'learn from words alone: a hundred times as fast, a little less right');
}

/** The embeddings that come along, remembered in the data directory; null for words alone. */
export async function openEmbeddings(wanted: boolean, dataDir: string): Promise<Embedder | null> {
  if (!wanted) return null;
  const { openEmbedder } = await import('../../models/embedder.ts');
  const { withCache } = await import('../../models/embedding-cache.ts');
  return withCache(await openEmbedder(dataDir), dataDir);
}
