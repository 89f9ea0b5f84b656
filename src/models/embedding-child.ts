import { openEmbedder } from './embedder.ts';
import type { EmbeddingAnswer, EmbeddingRequest } from './embedding-process.ts';

// The process of `startEmbeddingProcess`: a text in, its vector out.
const [modelsDir = '', name, sha256] = process.argv.slice(2);
const embedder = openEmbedder(modelsDir, name, sha256);
const answer = (message: EmbeddingAnswer) => process.send?.(message);

process.on('message', async ({ id, text }: EmbeddingRequest) => {
  try {
    const [vector] = await (await embedder).embed([text]);
    answer({ id, vector: vector! });
  } catch (error) {
    answer({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
