import { createPairCounter, type PairCounter } from '../../mine/pair-counter.ts';
import type { DailyCounts } from '../../mine/trends/trends.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { Queryable } from '../../store/database.ts';
import {
  type CategorisedDocument,
  type DocumentWindow,
  streamDocumentCategories,
} from '../../store/runs/stream-document-categories.ts';
import { createDigest } from './digest.ts';

/** What a night remembers of its texts: its memory grows with categories and days, not with texts. */
export interface NightData {
  pairs: PairCounter;
  /** Texts, and texts of each category, by day. */
  daily: DailyCounts;
  /** SHA-256 in hex of all that was read. */
  sha256: string;
}

/** Reads the texts of a window once. A text that nobody could read says nothing for or against a category and counts nowhere. */
export async function readNight(
  db: Queryable,
  window: Omit<DocumentWindow, 'facets'>,
  { pairs: { facets, leaveOut } }: Pick<NightlyPipeline, 'pairs'>,
  onRead: (documents: number) => void,
): Promise<NightData> {
  const pairs = createPairCounter();
  const documents = new Map<string, number>();
  const named = new Map<string, Map<string, number>>();
  const digest = createDigest();
  const leftOut = new Set(leaveOut);
  let read = 0;
  const add = (document: CategorisedDocument): void => {
    digest.add(document);
    if (!document.understood) return;
    const categories = document.categories.filter((category) => !leftOut.has(category));
    pairs.add(categories, document.sentiment);
    countOn(documents, document.day);
    for (const category of categories) {
      const byDay = named.get(category) ?? new Map<string, number>();
      named.set(category, countOn(byDay, document.day));
    }
  };
  await streamDocumentCategories(db, { ...window, facets }, (documents) => {
    for (const document of documents) add(document);
    read += documents.length;
    onRead(read);
  });
  return { pairs, daily: { documents, categories: named }, sha256: digest.hex() };
}

function countOn(byDay: Map<string, number>, day: string): Map<string, number> {
  return byDay.set(day, (byDay.get(day) ?? 0) + 1);
}
