import { pino } from 'pino';
import { nightly } from '../../../pipelines/nightly.ts';
import type { NightlyPipeline } from '../../../src/pipeline.ts';
import type { Database } from '../../../src/store/database.ts';
import { addRawTexts } from '../../../src/store/intake/add-raw-texts.ts';
import { saveResults } from '../../../src/store/intake/save-results.ts';
import { startIntake } from '../../../src/store/intake/start-intake.ts';
import type { DocumentCategory } from '../../../src/types.ts';
import type { NightContext } from '../../../src/workers/nightly.ts';
import { rawText, understood } from '../../support/texts.ts';

/** The last day of the tests' texts, and the moment of the nights. */
export const lastDay = '2026-03-31';
export const now = new Date('2026-04-01T02:00:00Z');

const versions = { 'taxonomy test': 'v1' };

/** What a night needs, over a store, with the settings that are declared unless others are given. */
export function nightContext(database: Database, settings: Partial<NightlyPipeline> = {}): NightContext {
  return {
    database,
    pipelines: {
      answers: null as never,
      cases: null as never,
      delivery: null as never,
      intake: null as never,
      routing: {},
      quality: null as never,
      training: null as never,
      nightly: { ...nightly, ...settings },
    },
    models: { taxonomy, sentiment: { en: { lexicon: '' }, zh: { lexicon: '' } }, versions },
    log: pino({ level: 'silent' }),
    now: () => now,
  };
}

const category = (id: string, parent: string | null = null) => ({
  ...{ id, facet: 'topic' as const, name: id, parent, definition: '', cues: [id], not: [] },
});
const taxonomy = {
  ...{ name: 'test', title: 'Test', version: 'v1' },
  categories: [category('delivery'), category('delivery.late', 'delivery'), category('refund'), category('fees')],
};

/** A text as the tests say it. */
export interface Told {
  day: string;
  categories: string[];
  customer?: string;
  attributes?: Record<string, string>;
  sentiment?: number;
}

export function dayOf(daysBeforeLast: number): string {
  return new Date(Date.parse(`${lastDay}T00:00:00Z`) - daysBeforeLast * 86_400_000).toISOString().slice(0, 10);
}

/** Stores texts that name categories. @param prefix tells the texts of one call from those of another. */
export async function tell(database: Database, prefix: string, texts: Told[]): Promise<void> {
  const intake = await startIntake(database, prefix, now);
  const raws = texts.map((_, at) => rawText(`${prefix} ${at}`));
  await addRawTexts(database, intake, raws, now);
  const results = texts.map((text, at) => {
    const sentiment = { score: text.sentiment ?? 0, grade: 0 as const };
    const categories = text.categories.map(
      (name): DocumentCategory => ({ category: name, facet: 'topic', mentions: 1, sentiment }),
    );
    return understood(raws[at]!, {
      document: {
        receivedAt: new Date(`${text.day}T09:00:00Z`),
        customerId: text.customer ?? null,
        attributes: text.attributes ?? {},
      },
      analysis: { categories, mentions: [], sentiment, versions },
    });
  });
  await saveResults(database, results, now);
}
