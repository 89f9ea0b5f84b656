import type { Analysis, Document, Route, ShadowRoute } from '../../types.ts';
import { type CaseSettings, plainCases } from '../cases/case-settings.ts';
import type { Database, Queryable } from '../database.ts';
import { insertShadowRoutes } from '../routing/shadow-routes.ts';
import { closeRawTexts, type RawOutcome } from './close-raw-texts.ts';
import { insertCases } from './insert-cases.ts';
import { insertDocumentCategories } from './insert-document-categories.ts';
import { insertDocuments } from './insert-documents.ts';
import { insertMentions } from './insert-mentions.ts';

/** What came of a text: a document with its analysis, and a route where it is a complaint. */
export interface Understood {
  rawId: string;
  document: Document;
  analysis: Analysis;
  route: Route | null;
  shadow?: ShadowRoute;
}

/** What came of a text: one that was understood, or why it is kept aside. */
export type TextResult = Understood | { rawId: string; reason: string };

/** An understood text with the id that its document has in the store. */
export type Stored = Understood & { documentId: number };

/** How many texts became documents, were had already in another wrapping, were kept aside; how many cases were opened. */
export interface SavedCounts {
  new: number;
  duplicate: number;
  failed: number;
  opened: number;
}

/**
 * Saves what came of a batch of texts, all or nothing. Texts that no longer wait, or that another process is saving at
 * this moment, are left alone: so it changes nothing to save twice. A text whose values Postgres refuses is kept aside
 * with the reason, and the others are saved.
 */
export async function saveResults(
  db: Database,
  results: TextResult[],
  now: Date,
  cases: CaseSettings = plainCases,
): Promise<SavedCounts> {
  try {
    return await db.transaction((tx) => saveBatch(tx, results, now, cases));
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    const [only, ...others] = results;
    if (only && others.length === 0) {
      return saveResults(db, [{ rawId: only.rawId, reason: `It cannot be stored: ${error.message}.` }], now, cases);
    }
    const half = Math.ceil(results.length / 2);
    const first = await saveResults(db, results.slice(0, half), now, cases);
    return sum(first, await saveResults(db, results.slice(half), now, cases));
  }
}

async function saveBatch(tx: Queryable, results: TextResult[], now: Date, cases: CaseSettings): Promise<SavedCounts> {
  const mine = await lockWaiting(tx, results);
  const understood = mine.filter((result) => 'document' in result);
  const ids = await insertDocuments(tx, understood);
  const stored = understood.flatMap((result): Stored[] => {
    const documentId = ids.get(result.rawId);
    return documentId === undefined ? [] : [{ ...result, documentId }];
  });
  await insertMentions(tx, stored);
  await insertDocumentCategories(tx, stored);
  const opened = await insertCases(tx, stored, cases, now);
  const shadows = stored.flatMap(({ documentId, shadow }) => (shadow ? [{ ...shadow, documentId }] : []));
  await insertShadowRoutes(tx, shadows, now);
  const outcomes = mine.map((result): RawOutcome => {
    if ('reason' in result) return { id: result.rawId, state: 'failed', reason: result.reason };
    return { id: result.rawId, state: ids.has(result.rawId) ? 'done' : 'duplicate', reason: null };
  });
  await closeRawTexts(tx, outcomes, now);
  const failed = mine.length - understood.length;
  return { new: stored.length, duplicate: understood.length - stored.length, failed, opened };
}

/** Locks the texts that still wait and that nobody else is saving, and gives their results. */
async function lockWaiting(tx: Queryable, results: TextResult[]): Promise<TextResult[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from raw_texts where id = any($1) and state = 'waiting' order by id for update skip locked`,
    [results.map(({ rawId }) => rawId)],
  );
  const locked = new Set(rows.map(({ id }) => id));
  // `delete` also drops a second result of the same text.
  return results.filter(({ rawId }) => locked.delete(rawId));
}

/**
 * Whether a text is at fault rather than the store: a value out of range (SQLSTATE class 22, or a RangeError where it is
 * noticed before it is sent) or too large for an index (class 54).
 */
function isRefusedValue(error: unknown): error is Error {
  if (error instanceof RangeError) return true;
  return error instanceof Error && 'code' in error && /^(22|54)/.test(String(error.code));
}

function sum(a: SavedCounts, b: SavedCounts): SavedCounts {
  return {
    new: a.new + b.new,
    duplicate: a.duplicate + b.duplicate,
    failed: a.failed + b.failed,
    opened: a.opened + b.opened,
  };
}
