import { pairsApart } from '../../mine/apart.ts';
import { categorySets } from '../../mine/category-sets.ts';
import { codedRelations } from '../../mine/coded/coded-relations.ts';
import type { CodedFields } from '../../mine/coded/field-coder.ts';
import { drivers } from '../../mine/drivers/drivers.ts';
import { type PairToResample, steadiness } from '../../mine/steadiness.ts';
import { changePoints } from '../../mine/trends/change-points.ts';
import type { NightlyPipeline } from '../../pipeline.ts';
import type { CodedRelation, Findings } from '../../types/findings.ts';
import type { Relation } from '../../types.ts';
import type { NightData } from './read-night.ts';

/** What can be found in a night's data besides relations and trends. */
export function furtherFindings(
  { rows, pairs, daily }: NightData,
  relations: readonly Relation[],
  settings: NightlyPipeline,
  parents: ReadonlyMap<string, string | null>,
): Omit<Findings, 'coverage' | 'topics' | 'topicFlows' | 'newcomers' | 'crossSell'> {
  const coded = rows.coded();
  const { falseDiscoveries } = settings.trends;
  const withCoded = codedRelations(rows, coded, settings.pairs).slice(0, settings.coded.most);
  const firm = resample({ rows }, coded, relations, withCoded, settings.steadiness);
  return {
    coded: firm.coded,
    skippedFields: coded.skipped,
    apart: pairsApart(pairs, settings.pairs, parents, relations),
    steadiness: firm.relations,
    sets: categorySets(rows, coded, { ...settings.sets, falseDiscoveries }, parents),
    changes: changePoints(daily, settings.changes),
    drivers: drivers(rows, coded, settings.drivers, isTopic(parents)),
  };
}

/** A category that a text may be glad or sorry about, and not one above others; signals are how it says so. */
function isTopic(parents: ReadonlyMap<string, string | null>): (category: string) => boolean {
  const above = new Set(parents.values());
  return (category) => !above.has(category) && category !== 'signal' && !category.startsWith('signal.');
}

/** Sees the strongest relations again, of either kind, in draws of other customers. */
function resample(
  { rows }: Pick<NightData, 'rows'>,
  coded: CodedFields,
  relations: readonly Relation[],
  withCoded: readonly CodedRelation[],
  settings: NightlyPipeline['steadiness'],
): { relations: Findings['steadiness']; coded: CodedRelation[] } {
  const places = new Map(rows.categories.map((category, place) => [category, place]));
  const values = new Map(coded.values.map(({ field, label }, place) => [`${field}\u0000${label}`, place]));
  const strongest = relations.filter(({ lower }) => lower > 1).slice(0, settings.relations);
  const strongestCoded = withCoded.filter(({ lower }) => lower > 1).slice(0, settings.relations);
  const found = steadiness(
    rows,
    coded,
    [
      ...strongest.map(({ antecedent, consequent }): PairToResample => {
        return { antecedent: places.get(antecedent)!, consequent: places.get(consequent)!, field: null };
      }),
      ...strongestCoded.map(({ category, field, label }): PairToResample => {
        const value = values.get(`${field}\u0000${label}`)!;
        return { antecedent: places.get(category)!, consequent: value, field: coded.fieldOf[value]! };
      }),
    ],
    settings,
  );
  const firm = new Map(strongestCoded.map((pair, at) => [pair, found[strongest.length + at]!.stability]));
  return {
    relations: strongest.map(({ antecedent, consequent }, at) => ({ antecedent, consequent, ...found[at]! })),
    coded: withCoded.map((pair) => ({ ...pair, stability: firm.get(pair) ?? null })),
  };
}
