import type { TrainingSettings } from '../../classify/learn/settings.ts';
import type { ExampleSource } from '../../models/classifier-folder.ts';
import { openEmbedder } from '../../models/embedder.ts';
import { withCache } from '../../models/embedding-cache.ts';
import type { QualityPipeline } from '../../pipeline.ts';
import type { PastComplaint } from '../../route/learned/backtest.ts';
import { type LearnedRouting, learnRouting } from './learn-routing.ts';

/** What the thread is given. */
export interface LearnTask {
  history: PastComplaint[];
  training: TrainingSettings;
  quality: QualityPipeline;
  source: ExampleSource;
  dataDir: string;
}

/** Learns to route, by words and embeddings. */
export default async function learn({ history, dataDir, ...options }: LearnTask): Promise<LearnedRouting> {
  const embedder = withCache(await openEmbedder(dataDir), dataDir);
  return learnRouting(history, { ...options, embedder });
}
