import type { RouteCondition } from '../pipeline.ts';
import type { Analysis, Document, DocumentCategory, Grade } from '../types.ts';

/** What a condition is held against: the categories that a text affirms, its grade and its coded data. */
export interface Facts {
  affirmed: Pick<DocumentCategory, 'category' | 'facet'>[];
  grade: Grade;
  channel: string;
  language: string;
  attributes: Record<string, string>;
  /** Subject and text, as `plainWords` writes them; left out where no rule asks for words. */
  words?: string;
  /** How many days before the text the same customer wrote, each time of late. */
  contactDaysAgo?: number[];
}

/** What the store knows of a text beside the text itself. */
export interface Circumstances {
  contactDaysAgo?: number[];
  /** Teams that have all the cases that they can bear. */
  full?: ReadonlySet<string>;
}

/** The facts of an analysed text. */
export function factsOf(
  document: Pick<Document, 'channel' | 'language' | 'attributes' | 'subject' | 'text'>,
  analysis: { categories: Facts['affirmed']; sentiment: Pick<Analysis['sentiment'], 'grade'> },
  { contactDaysAgo = [] }: Circumstances = {},
): Facts {
  const { channel, language, attributes, subject, text } = document;
  const { categories: affirmed, sentiment } = analysis;
  let words: string | undefined;
  return {
    ...{ affirmed, grade: sentiment.grade, channel, language, attributes, contactDaysAgo },
    // Only rules that ask for words need them, and few rules do.
    get words() {
      words ??= plainWords(`${subject ?? ''}\n${text}`);
      return words;
    },
  };
}

/** Words in small letters with one blank around each, so that a phrase is found as ` late again ` and not within a word. */
export function plainWords(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
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
    Object.entries(when.attributes ?? {}).every(([name, values]) => values.includes(facts.attributes[name] ?? '')) &&
    (!when.words || when.words.some((phrase) => holdsPhrase(facts.words ?? ' ', phrase))) &&
    (!when.customerValue || isWorth(when.customerValue, facts)) &&
    (!when.repeatContact || hasWritten(when.repeatContact, facts))
  );
}

/** Ids of the affirmed categories that the condition names, in the order of the facts. */
export function matchedCategories(when: RouteCondition, facts: Facts): string[] {
  const wanted = [...(when.category ?? []), ...(when.signal ?? [])];
  return facts.affirmed
    .filter(({ category, facet }) => wanted.some((id) => isWithin(category, id)) || when.facet?.includes(facet))
    .map(({ category }) => category);
}

/** Chinese, Japanese and Thai are written without blanks, so that a phrase of theirs may stand anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function holdsPhrase(words: string, phrase: string): boolean {
  const plain = plainWords(phrase);
  return words.includes(unspaced.test(plain) ? plain.trim() : plain);
}

function isWorth({ attribute, atLeast, atMost }: NonNullable<RouteCondition['customerValue']>, facts: Facts): boolean {
  const written = facts.attributes[attribute]?.trim();
  // People write money as £1,250.00; what is no number is worth nothing that is known.
  const value = written ? Number(written.replace(/[^\d.-]/g, '') || Number.NaN) : Number.NaN;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
}

function hasWritten({ times, withinDays }: NonNullable<RouteCondition['repeatContact']>, facts: Facts): boolean {
  return (facts.contactDaysAgo ?? []).filter((days) => days <= withinDays).length >= times;
}

function namesOneOf(ids: string[] | undefined, facts: Facts): boolean {
  return !ids || facts.affirmed.some(({ category }) => ids.some((id) => isWithin(category, id)));
}
