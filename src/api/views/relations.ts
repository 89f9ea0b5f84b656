import { type Static, Type } from '@sinclair/typebox';
import type { RelationNode, Relations } from '../../../dashboards/views/relations.ts';
import { FacetSchema, type RelationRow } from '../../../dashboards/views/shared.ts';
import type { Queryable } from '../../store/database.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { categoryTallies } from '../../store/read/category-tallies.ts';
import { everyText, type TextFilter } from '../../store/read/filter.ts';
import { type ListedRun, listRuns } from '../../store/read/list-runs.ts';
import { runChecks } from '../../store/read/run-checks.ts';
import { runRelations } from '../../store/read/run-relations.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { Relation } from '../../types.ts';
import { runTexts, runWindow, textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { apartRow, setRow } from './coded-rows.ts';
import { relationRow } from './rows.ts';
import { gradeOf } from './satisfaction.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const sortable = ['observed', 'expected', 'lift', 'lower', 'upper', 'p', 'q', 'sentiment'] as const;

export const RelationsQuery = Type.Object(
  {
    facet: Type.Optional(FacetSchema),
    category: Type.Optional(Type.String({ description: 'Only relations of this category' })),
    sort: Type.Optional(Type.Unsafe<(typeof sortable)[number]>({ type: 'string', enum: [...sortable] })),
    order: Type.Optional(Type.Unsafe<'asc' | 'desc'>({ type: 'string', enum: ['asc', 'desc'] })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);
export type RelationsQuery = Static<typeof RelationsQuery>;

const pageRows = 50;
const mostNodes = 24;

/** Which categories go together, by the latest mining run. */
export function relationsView(services: Services, query: RelationsQuery): Promise<Relations> {
  const { sort = 'lower', order = 'desc', page = 1, facet = null, category = null } = query;
  const vocabulary = createVocabulary(services.taxonomy);
  return readSnapshot(services.database, async (tx) => {
    const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
    const all = run ? await runRelations(tx, run) : [];
    const fitting = all.filter((relation) => fits(relation, vocabulary, query));
    const sign = order === 'asc' ? 1 : -1;
    const sorted = fitting.toSorted((a, b) => sign * (a[sort] - b[sort]));
    const context = {
      vocabulary,
      grades: services.grades,
      within: run ? runWindow(run) : {},
      ...(run && { checksOf: await runChecks(tx, run), steadinessOf: await readSteadiness(tx, run) }),
    };
    const rows = (relations: Relation[]) => relations.map((relation) => relationRow(relation, context));
    const nodes = run ? nodesOf(fitting, run, services, vocabulary, await categoryTallies(tx, daysOf(run))) : [];
    const shown = new Set(nodes.map((node) => node.category.id));
    return {
      run: run ? describeRun(run) : null,
      ...{ facet, category, sort, order, page },
      categories: categoriesOf(all, vocabulary),
      found: fitting.length,
      pages: Math.max(1, Math.ceil(fitting.length / pageRows)),
      rows: rows(sorted.slice((page - 1) * pageRows, page * pageRows)),
      map: { nodes, relations: rows(fitting.filter((r) => shown.has(r.antecedent) && shown.has(r.consequent))) },
      base: baseOf(query),
      ...(await readOthers(tx, run, query, context)),
    };
  });
}

/** Pairs that avoid each other, and larger sets; of the category asked for, if any. */
async function readOthers(
  tx: Queryable,
  run: ListedRun | undefined,
  { category }: RelationsQuery,
  context: Parameters<typeof apartRow>[1],
): Promise<Pick<Relations, 'apart' | 'sets'>> {
  if (!run) return { apart: [], sets: [] };
  const apart = await runFindings(tx, run, 'apart');
  const sets = await runFindings(tx, run, 'sets');
  const isAsked = (categories: string[]) => category === undefined || categories.includes(category);
  return {
    apart: apart
      .filter(({ antecedent, consequent, q }) => q <= run.falseDiscoveries && isAsked([antecedent, consequent]))
      .slice(0, pageRows)
      .map((pair) => apartRow(pair, context)),
    sets: sets.filter(({ categories }) => isAsked(categories)).map((set) => setRow(set, context)),
  };
}

async function readSteadiness(
  tx: Queryable,
  run: ListedRun,
): Promise<(relation: Relation) => RelationRow['steadiness']> {
  const key = ({ antecedent, consequent }: Pick<Relation, 'antecedent' | 'consequent'>) =>
    `${antecedent}\u0000${consequent}`;
  const found = new Map(
    (await runFindings(tx, run, 'steadiness')).map(({ stability, sentimentLower, sentimentUpper, ...pair }) => [
      key(pair),
      { stability, sentimentLower, sentimentUpper },
    ]),
  );
  return (relation) => found.get(key(relation)) ?? null;
}

function fits(relation: Relation, vocabulary: Vocabulary, { facet, category }: RelationsQuery): boolean {
  const pair = [relation.antecedent, relation.consequent];
  if (category !== undefined && !pair.includes(category)) return false;
  return facet === undefined || pair.some((id) => vocabulary.facetOf(id) === facet);
}

function daysOf({ fromDay, day }: ListedRun): TextFilter {
  return { ...everyText, fromDay, toDay: day };
}

function describeRun(run: ListedRun): Relations['run'] {
  return {
    ...{ id: run.id, fromDay: run.fromDay, day: run.day },
    endedAt: (run.endedAt ?? run.startedAt).toISOString(),
    texts: runTexts(run),
    relations: run.relations,
  };
}

/** The categories with the most texts in relations above chance, in the order of the vocabulary: kin stand together. */
function nodesOf(
  relations: readonly Relation[],
  run: ListedRun,
  { grades }: Services,
  vocabulary: Vocabulary,
  tallies: readonly { category: string; documents: number; sentiment: number }[],
): RelationNode[] {
  const weight = new Map<string, number>();
  const texts = new Map<string, number>();
  for (const { antecedent, consequent, antecedentCount, consequentCount, observed, lower } of relations) {
    texts.set(antecedent, antecedentCount).set(consequent, consequentCount);
    if (lower <= 1) continue;
    for (const id of [antecedent, consequent]) weight.set(id, (weight.get(id) ?? 0) + observed);
  }
  const chosen = [...weight]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostNodes)
    .map(([id]) => id);
  const place = new Map(vocabulary.categories.map(({ id }, at) => [id, at]));
  const means = new Map(tallies.map(({ category, documents, sentiment }) => [category, sentiment / documents]));
  return chosen
    .sort((a, b) => (place.get(a) ?? Number.MAX_SAFE_INTEGER) - (place.get(b) ?? Number.MAX_SAFE_INTEGER))
    .map((id) => {
      const mean = means.get(id) ?? null;
      return {
        category: vocabulary.link(id),
        facet: vocabulary.facetOf(id) ?? 'topic',
        texts: textsCount(texts.get(id) ?? 0, { ...runWindow(run), categories: [id] }),
        sentiment: mean,
        grade: mean === null ? null : gradeOf(mean, grades),
      };
    });
}

function categoriesOf(relations: readonly Relation[], vocabulary: Vocabulary): Relations['categories'] {
  const ids = new Set(relations.flatMap(({ antecedent, consequent }) => [antecedent, consequent]));
  return [...ids].map(vocabulary.link).sort((a, b) => a.fullName.localeCompare(b.fullName));
}

function baseOf({ facet, category }: RelationsQuery): string {
  const kept = new URLSearchParams({ ...(facet && { facet }), ...(category !== undefined && { category }) }).toString();
  return kept ? `/relations?${kept}&` : '/relations?';
}
