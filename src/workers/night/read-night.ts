import { createTextRows, type TextRows } from '../../mine/coded/text-rows.ts';
import { createPairCounter, type PairCounter } from '../../mine/pair-counter.ts';
import type { CustomerEvent } from '../../mine/sequences/sequences.ts';
import type { DailyCounts } from '../../mine/trends/trends.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { Queryable } from '../../store/database.ts';
import {
  type CategorisedDocument,
  type DocumentWindow,
  streamDocumentCategories,
} from '../../store/runs/stream-document-categories.ts';
import { createDigest } from './digest.ts';

/** What a night remembers of its texts: but for `rows` and `events`, its memory grows with categories and days alone. */
export interface NightData {
  pairs: PairCounter;
  /** What is asked of each text more than once, some 40 bytes a text. */
  rows: TextRows;
  /** Texts, and texts of each category, by day. */
  daily: DailyCounts;
  /** What customers named and when, the most specific categories only. Grows with the texts whose customer is known. */
  events: CustomerEvent[];
  /** SHA-256 in hex of all that was read. */
  sha256: string;
}

/** Reads the texts of a window once. A text that nobody could read says nothing for or against a category and counts nowhere. */
export async function readNight(
  db: Queryable,
  window: Omit<DocumentWindow, 'facets'>,
  { pairs: { facets, leaveOut }, coded }: Pick<NightlyPipeline, 'pairs' | 'coded'>,
  parents: ReadonlyMap<string, string | null>,
  onRead: (documents: number) => void,
): Promise<NightData> {
  const pairs = createPairCounter();
  const rows = createTextRows(coded);
  const documents = new Map<string, number>();
  const named = new Map<string, Map<string, number>>();
  const events: CustomerEvent[] = [];
  const digest = createDigest();
  const leftOut = new Set(leaveOut);
  let read = 0;
  const add = (document: CategorisedDocument): void => {
    digest.add(document);
    if (!document.understood) return;
    const categories = document.categories.filter((category) => !leftOut.has(category));
    const { sentiment, attributes, channel } = document;
    pairs.add(categories, sentiment);
    const customer = document.customerId ?? `text ${document.id}`;
    rows.add({ categories, fields: { ...attributes, channel }, sentiment, customer });
    countOn(documents, document.day);
    addEvents(events, document, mostSpecific(categories, parents));
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
  return { pairs, rows, daily: { documents, categories: named }, events, sha256: digest.hex() };
}

function countOn(byDay: Map<string, number>, day: string): Map<string, number> {
  return byDay.set(day, (byDay.get(day) ?? 0) + 1);
}

/** Those that stand above no other of them: "delivery" says nothing beside "delivery › late". */
function mostSpecific(categories: readonly string[], parents: ReadonlyMap<string, string | null>): string[] {
  const above = new Set(categories.map((category) => parents.get(category)));
  return categories.filter((category) => !above.has(category));
}

function addEvents(events: CustomerEvent[], { customerId, day }: CategorisedDocument, categories: string[]): void {
  if (customerId === null) return;
  const days = Date.parse(day) / 86_400_000;
  for (const category of categories) events.push({ customer: customerId, day: days, category });
}
