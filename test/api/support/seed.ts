import { pino } from 'pino';
import { answers } from '../../../pipelines/answers.ts';
import { cases } from '../../../pipelines/cases.ts';
import { delivery } from '../../../pipelines/delivery.ts';
import { intake } from '../../../pipelines/intake.ts';
import { nightly } from '../../../pipelines/nightly.ts';
import { quality } from '../../../pipelines/quality.ts';
import { training } from '../../../pipelines/training.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults, type Understood } from '../../../src/store/intake/save-results.ts';
import { setAside } from '../../../src/store/intake/set-aside.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import type { RawText } from '../../../src/types.ts';
import { type MinedNight, mineRelations } from '../../../src/workers/nightly.ts';
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

/** Runs a night over the store, of a month. @param day other than the one that the tests look at. */
export function mine(database: Database, day = '2025-02-08'): Promise<MinedNight> {
  const settings = { ...nightly, windowDays: 30, pairs: { ...nightly.pairs, minimumObserved: 3, leaveOut: [] } };
  const context = {
    database,
    pipelines: { answers, cases, delivery, intake, routing: {}, quality, training, nightly: settings },
    models: {
      taxonomy,
      sentiment: { en: { lexicon: '' }, zh: { lexicon: '' } },
      versions: { 'taxonomy shop': taxonomy.version },
    },
    log: pino({ level: 'silent' }),
    now: () => now,
  };
  return mineRelations(context, { day });
}
