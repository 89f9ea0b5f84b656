import type { MinedNight } from '../../../src/api/services.ts';
import { countedRelations } from '../../../src/mine/counted-relations.ts';
import { createPairCounter } from '../../../src/mine/pair-counter.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults, type Understood } from '../../../src/store/intake/save-results.ts';
import { setAside } from '../../../src/store/intake/set-aside.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import { finishRun } from '../../../src/store/runs/finish-run.ts';
import { saveRelations } from '../../../src/store/runs/save-relations.ts';
import { startRun } from '../../../src/store/runs/start-run.ts';
import { streamDocumentCategories } from '../../../src/store/runs/stream-document-categories.ts';
import { facets, type RawText } from '../../../src/types.ts';
import { taxonomy } from './taxonomy.ts';

/** The moment at which the tests' world stands still. */
export const now = new Date('2025-02-10T12:00:00Z');

/** Stores texts as the workers do. */
export async function addTexts(database: Database, texts: Understood[]): Promise<void> {
  const intakeId = await startIntake(database, 'letters.mbox', now);
  await addRawTexts(database, intakeId, texts.map(rawOf), now);
  for (let start = 0; start < texts.length; start += 100) {
    await saveResults(database, texts.slice(start, start + 100), now);
  }
}

function rawOf({ document }: Understood): RawText {
  return {
    ...{ id: document.rawId, source: document.source, channel: document.channel, format: 'plain', mapping: null },
    bytes: Buffer.from(document.text),
    modifiedAt: now,
  };
}

/** Keeps something aside, as a file that cannot be read is. */
export async function addFailure(database: Database, id: string, source: string, bytes: Uint8Array): Promise<void> {
  const intakeId = await startIntake(database, source, now);
  await setAside(
    database,
    intakeId,
    {
      ...{ id, source, channel: 'email', format: 'eml', modifiedAt: now },
      reason: 'The mail ends in the middle of its headers. Save it again from the mail program.',
      parts: partsOf(bytes),
    },
    now,
  );
}

async function* partsOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Mines the relations of the store as a night does. @returns the run's id. */
export async function mine(database: Database): Promise<MinedNight> {
  const window = { day: '2025-02-08', fromDay: '2025-01-10' };
  const run = await startRun(database, now, { 'taxonomy shop': taxonomy.version }, window);
  const counter = createPairCounter();
  const days = { throughId: run.throughId, fromDay: window.fromDay, toDay: window.day };
  await streamDocumentCategories(database, { ...days, facets: [...facets] }, (documents) => {
    for (const { categories, sentiment, understood } of documents) if (understood) counter.add(categories, sentiment);
  });
  const parents = new Map(taxonomy.categories.map(({ id, parent }) => [id, parent]));
  const relations = countedRelations(counter, { minimumObserved: 3, confidence: 0.99 }, parents);
  await saveRelations(database, run.id, relations);
  await finishRun(database, run.id, { documents: counter.documents, now });
  return { runId: run.id, ...window, documents: counter.documents, relations: relations.length };
}
