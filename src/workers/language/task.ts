import type { IntakePipeline, Routing } from '../../pipeline.ts';
import type { Analysis, Document, RawText, Route } from '../../types.ts';

/** What a language thread is started with; plain data, since it crosses to the thread. */
export interface LanguageSettings {
  root: string;
  taxonomy: string;
  intake: IntakePipeline;
  routing: Routing;
}

/** What came of one text: read, analysed and routed (`route` is null where it is no complaint), or kept aside. */
export type Result =
  | { rawId: string; document: Document; analysis: Analysis; route: Route | null }
  | { rawId: string; reason: string };

export type LanguageTask = RawText[];
