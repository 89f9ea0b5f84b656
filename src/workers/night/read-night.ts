import { createPairCounter, type PairCounter } from '../../mine/pair-counter.ts';
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
  const digest = createDigest();
  const leftOut = new Set(leaveOut);
  let read = 0;
  const add = (document: CategorisedDocument): void => {
    digest.add(document);
    if (!document.understood) return;
    const categories = document.categories.filter((category) => !leftOut.has(category));
    pairs.add(categories, document.sentiment);
  };
  await streamDocumentCategories(db, { ...window, facets }, (documents) => {
    for (const document of documents) add(document);
    read += documents.length;
    onRead(read);
  });
  return { pairs, sha256: digest.hex() };
}
