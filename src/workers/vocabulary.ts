import { parseCue } from '../classify/cues/parse-cue.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../people/user.ts';
import { addAuditEvent } from '../store/audit/add-audit-event.ts';
import { addCategory } from '../store/vocabulary/added-categories.ts';
import { judgeName } from '../store/vocabulary/judged-names.ts';
import type { NameVerdict } from '../types/findings.ts';
import type { Facet, Taxonomy } from '../types.ts';

/** A category that a person wants: of a discovered topic, say. */
export interface CategoryRequest {
  name: string;
  facet: Facet;
  parent: string | null;
  cues: string[];
  /** What it is made of: the id of a discovered topic, or a name. */
  origin: string | null;
  actor: Actor;
}

export interface NameRequest {
  name: string;
  verdict: NameVerdict;
  actor: Actor;
}

/** The id of the category, or what is wrong with the request, in words. */
export type CategoryOutcome = { id: string } | { problem: string };

type VocabularyContext = Pick<Context, 'database' | 'now' | 'reloadVocabulary'> & { models: { taxonomy: Taxonomy } };

/** Adds a category to the vocabulary: texts that come in from now on are read with it, those of before when they are read anew. */
export async function learnCategory(context: VocabularyContext, request: CategoryRequest): Promise<CategoryOutcome> {
  const { models, database, now } = context;
  const { name, facet, parent, cues, origin, actor } = request;
  const problem = problemOf(models.taxonomy, request);
  if (problem !== null) return { problem };
  const own = slugOf(name) || slugOf(origin ?? '') || 'added';
  const id = parent === null ? own : `${parent}.${own}`;
  const definition = `Added by ${actor.name}${origin === null ? '' : ` from ${origin}`}.`;
  await database.transaction(async (tx) => {
    await addCategory(tx, { id, facet, name, parent, definition, cues, origin }, actor.name, now());
    await addAuditEvent(tx, { actor, action: 'add category', subject: `category ${id}`, detail: { origin } }, now());
  });
  await context.reloadVocabulary();
  return { id };
}

/** Keeps what a person says of a name; a competitor or a product becomes a category that is seen by the name. */
export async function learnName(
  context: VocabularyContext,
  { name, verdict, actor }: NameRequest,
): Promise<CategoryOutcome> {
  const { database, now } = context;
  await judgeName(database, name, verdict, actor.name, now());
  if (verdict === 'noise') {
    await addAuditEvent(database, { actor, action: 'judge name', subject: 'name', detail: { verdict } }, now());
    return { id: '' };
  }
  const parent = context.models.taxonomy.categories.find(({ id }) => id === verdict)?.id ?? null;
  return learnCategory(context, { name, facet: verdict, parent, cues: [name.toLowerCase()], origin: name, actor });
}

function problemOf({ categories }: Taxonomy, { name, parent, cues }: CategoryRequest): string | null {
  if (name.trim() === '') return 'The category needs a name.';
  if (parent !== null && !categories.some(({ id }) => id === parent)) {
    return `The vocabulary has no category "${parent}" to put it under.`;
  }
  if (cues.length === 0) return 'The category needs a cue: the words by which it is seen, one cue a line.';
  for (const cue of cues) {
    try {
      parseCue(cue);
    } catch (error) {
      return `The cue "${cue}" ${(error as Error).message}`;
    }
  }
  return null;
}

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
