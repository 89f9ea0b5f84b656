import type { RouteCondition } from '../pipeline.ts';
import type { Analysis, Document, DocumentCategory, Grade } from '../types.ts';

/** What a condition is held against: the categories that a text affirms, its grade and its coded data. */
export interface Facts {
  affirmed: Pick<DocumentCategory, 'category' | 'facet'>[];
  grade: Grade;
  channel: string;
  language: string;
  attributes: Record<string, string>;
}

/** The facts of an analysed text. */
export function factsOf(document: Document, analysis: Analysis): Facts {
  const { channel, language, attributes } = document;
  return { affirmed: analysis.categories, grade: analysis.sentiment.grade, channel, language, attributes };
}

/** Whether a category is the given one or stands below it: `billing.overcharged` is within `billing`. */
export function isWithin(category: string, ancestor: string): boolean {
  return category === ancestor || category.startsWith(`${ancestor}.`);
}

/** Whether everything that the condition asks for holds. */
export function fits(when: RouteCondition, facts: Facts): boolean {
  return (
    namesOneOf(when.category, facts) &&
    namesOneOf(when.signal, facts) &&
    (!when.facet || facts.affirmed.some(({ facet }) => when.facet?.includes(facet))) &&
    (when.gradeAtMost === undefined || facts.grade <= when.gradeAtMost) &&
    (!when.channel || when.channel.includes(facts.channel)) &&
    (!when.language || when.language.includes(facts.language)) &&
    Object.entries(when.attributes ?? {}).every(([name, values]) => values.includes(facts.attributes[name] ?? ''))
  );
}

/** Ids of the affirmed categories that the condition names, in the order of the facts. */
export function matchedCategories(when: RouteCondition, facts: Facts): string[] {
  const wanted = [...(when.category ?? []), ...(when.signal ?? [])];
  return facts.affirmed
    .filter(({ category, facet }) => wanted.some((id) => isWithin(category, id)) || when.facet?.includes(facet))
    .map(({ category }) => category);
}

function namesOneOf(ids: string[] | undefined, facts: Facts): boolean {
  return !ids || facts.affirmed.some(({ category }) => ids.some((id) => isWithin(category, id)));
}
