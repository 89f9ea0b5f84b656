import type { Models } from '../../models.ts';
import type { IntakePipeline } from '../../pipeline.ts';
import type { Analysis, Document, RawText } from '../../types.ts';

/** What a language thread is started with; plain data, since it crosses to the thread. */
export interface LanguageSettings {
  /** As loaded at the start: an edit of the files meanwhile must not reach a thread that starts later. */
  models: Models;
  intake: IntakePipeline;
}

/** What came of one text: read and analysed, or kept aside. */
export type Result = { rawId: string; document: Document; analysis: Analysis } | { rawId: string; reason: string };

export type LanguageTask = RawText[];

/** What a thread gives back: a result a text, and how long it spent in each stage. */
export interface LanguageAnswer {
  results: Result[];
  seconds: Record<'parse' | 'analyse', number>;
}
