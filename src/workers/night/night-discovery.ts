import { compiledUrl } from '../../compiled.ts';
import type { FoundTopic } from '../../mine/discovery/discover.ts';
import { matchTopics } from '../../mine/discovery/match-topics.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { Queryable } from '../../store/database.ts';
import { knownTopics } from '../../store/findings/known-topics.ts';
import { countCovered, type UncoveredDocument, uncoveredTexts } from '../../store/findings/uncovered-texts.ts';
import type { DocumentWindow } from '../../store/runs/stream-document-categories.ts';
import type { Findings } from '../../types/findings.ts';
import type { DiscoveryTask } from './discovery-thread.ts';
import { runInThread } from './run-in-thread.ts';

/** Topics among the texts of a night that no category covers, with the ids that they had on earlier nights. */
export async function nightDiscovery(
  db: Queryable,
  window: Omit<DocumentWindow, 'facets'>,
  day: string | null,
  settings: NightlyPipeline['discovery'],
): Promise<Pick<Findings, 'coverage' | 'topics' | 'topicFlows'>> {
  if (day === null) return { coverage: [], topics: [], topicFlows: [] };
  const counts = await countCovered(db, window);
  const texts = (await uncoveredTexts(db, window, settings.mostTexts)).map(sentencesOf);
  const thread = compiledUrl('./discovery-thread.js', import.meta.url);
  const task = { texts, settings };
  const found = texts.length === 0 ? [] : await runInThread<DiscoveryTask, FoundTopic[]>(thread, task);
  const { known, today } = await knownTopics(db, day);
  const { topics, flows } = matchTopics(found, known, today, day);
  const discovered = topics.reduce((sum, { documents }) => sum + documents.length, 0);
  return { coverage: [{ ...counts, lookedAt: texts.length, discovered }], topics, topicFlows: flows };
}

function sentencesOf({ id, language, text, sentences }: UncoveredDocument) {
  return {
    ...{ id, language },
    sentences: sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  };
}
