import type { RouteCondition } from '../pipeline.ts';
import { type Category, channels, type Taxonomy } from '../types.ts';
import { type Facts, isWithin, plainWords } from './condition.ts';
import { complaint } from './router.ts';

/**
 * The smallest complaints that a condition holds for: one category for each thing it asks, the highest grade it allows,
 * and coded data that it does not ask for left unsaid. A condition only gains by further categories, so a rule can never
 * fire exactly when earlier rules fit every one of these.
 */
export function scenarios(when: RouteCondition, taxonomy: Taxonomy): Facts[] {
  // A heading without cues of its own is never what a text affirms; the categories below it are.
  const nameable = taxonomy.categories.filter(
    ({ id, cues }) => cues.length > 0 || !taxonomy.categories.some(({ parent }) => parent === id),
  );
  const within = (ids: string[] | undefined) =>
    nameable.filter(({ id }) => ids?.some((wanted) => isWithin(id, wanted)));
  const asked: Category[][] = [
    ...(when.category ? [within(when.category)] : []),
    ...(when.signal ? [within(when.signal)] : []),
    ...(when.facet ? [nameable.filter(({ facet }) => when.facet?.includes(facet))] : []),
  ];
  const attributes = Object.entries(when.attributes ?? {}).map(([name, values]) =>
    values.map((value) => [name, value]),
  );

  const value = when.customerValue;
  if (value) attributes.push(valuesBetween(value).map((worth) => [value.attribute, String(worth)]));
  const contactDaysAgo = Array.from(
    { length: when.repeatContact?.times ?? 0 },
    () => when.repeatContact?.withinDays ?? 0,
  );

  return combinations<Category>(asked).flatMap((categories) =>
    (when.channel ?? channels).flatMap((channel) =>
      (when.language ?? ['']).flatMap((language) =>
        combinations(attributes).flatMap((pairs) =>
          (when.words ?? ['']).map((phrase) => ({
            affirmed: [
              { category: complaint, facet: 'signal' as const },
              ...categories.map(({ id, facet }) => ({ category: id, facet })),
            ],
            grade: when.gradeAtMost ?? 2,
            channel,
            language,
            attributes: Object.fromEntries(pairs),
            words: plainWords(phrase),
            contactDaysAgo,
          })),
        ),
      ),
    ),
  );
}

/** Both ends of what a customer may be worth, and between: a value gains nothing by being higher. */
function valuesBetween({ atLeast, atMost }: NonNullable<RouteCondition['customerValue']>): number[] {
  const least = atLeast ?? (atMost ?? 0) - 1e9;
  const most = atMost ?? least + 1e9;
  return [least, (least + most) / 2, most];
}

/** Every way to take one member of each list. */
function combinations<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>((taken, list) => taken.flatMap((some) => list.map((one) => [...some, one])), [[]]);
}
