import { hear } from '../classify/sighting.ts';
import type { Context } from '../context.ts';
import { judgedTexts } from '../store/corrections/judged-texts.ts';
import type { Document } from '../types.ts';

/** A labelled text to learn from; without labels it is an example of none. */
export interface CorrectedExample {
  text: string;
  labels: string[];
}

/**
 * What people said of texts, as examples. A text that somebody judged has as labels the categories that it names since: of
 * those that people have judged anywhere, so that each label has texts that name it and texts that do not.
 */
export async function correctedExamples({
  database,
  pipelines,
}: Pick<Context, 'database' | 'pipelines'>): Promise<CorrectedExample[]> {
  const texts = await judgedTexts(database);
  return texts.map(({ text, utterances, categories }) => ({
    text: hear({ text, utterances } as Document, pipelines.intake.listenTo).text,
    labels: categories,
  }));
}
