import { discover, type FoundTopic } from '../../mine/discovery/discover.ts';
import type { UncoveredText } from '../../mine/discovery/features.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import { createTokenizer } from '../../text/tokenize.ts';

/** What the thread is given. */
export interface DiscoveryTask {
  texts: UncoveredText[];
  settings: NightlyPipeline['discovery'];
}

/** Discovers topics; the tokenizer's models are loaded once, as each opening of them takes more memory. */
export default function discoverTopics({ texts, settings }: DiscoveryTask): FoundTopic[] {
  return discover(texts, createTokenizer(), settings);
}
