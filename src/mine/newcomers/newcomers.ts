import type { NightlyPipeline } from '../../pipeline.ts';
import type { Newcomer } from '../../types/findings.ts';
import { type DailyCounts, trendsOfWeek } from '../trends/trends.ts';
import type { WatchedName } from './name-watch.ts';

/**
 * Names that no vocabulary holds and that look like somebody new: named after phrases of switching by `minimumCustomers`
 * different customers, or risen in the last week beyond their own past.
 * @param isKnown whether a name, in lower case, is in the vocabulary, or a person has said what it is.
 * @param couldBeOrganisation false for a person, a place or a date.
 * @returns those named after switching by most customers first, then by how little chance explains their rise.
 */
export function newcomers(
  names: ReadonlyMap<string, WatchedName>,
  documents: ReadonlyMap<string, number>,
  day: string,
  settings: NightlyPipeline['newcomers'] & { falseDiscoveries: number; pastWeeks: number },
  { isKnown, couldBeOrganisation }: { isKnown(name: string): boolean; couldBeOrganisation(name: string): boolean },
): Newcomer[] {
  const unknown = [...names].filter(([key]) => !isKnown(key));
  const rising = risesOf(new Map(unknown), documents, day, settings);
  const found = unknown.flatMap(([key, watched]): Newcomer[] => {
    const rise = rising.get(key) ?? null;
    const isNamedBySome = watched.switching.size >= 2 && watched.customers.size >= settings.minimumCustomers;
    if ((!isNamedBySome && !rise) || !couldBeOrganisation(watched.name)) return [];
    const { name, documents: texts, customers, switching, first } = watched;
    return [
      {
        ...{ name, customers: customers.size, switching: switching.size, first, documents: texts },
        ...{ weekObserved: rise?.observed ?? null, weekExpected: rise?.expected ?? null, q: rise?.q ?? null },
      },
    ];
  });
  return found.sort(mostTelling).slice(0, settings.most);
}

function risesOf(
  names: ReadonlyMap<string, WatchedName>,
  documents: ReadonlyMap<string, number>,
  day: string,
  {
    minimumRise,
    falseDiscoveries,
    pastWeeks,
  }: NightlyPipeline['newcomers'] & { falseDiscoveries: number; pastWeeks: number },
) {
  const frequent = [...names].filter(([, { documents: texts }]) => texts.length >= minimumRise);
  const daily: DailyCounts = { documents, categories: new Map(frequent.map(([key, { byDay }]) => [key, byDay])) };
  const trends = trendsOfWeek(daily, day, pastWeeks);
  return new Map(
    trends
      .filter(({ q, observed, expected }) => q <= falseDiscoveries && observed > expected && observed >= minimumRise)
      .map((trend) => [trend.category, trend]),
  );
}

function mostTelling(one: Newcomer, other: Newcomer): number {
  return (
    other.switching - one.switching ||
    (one.q ?? 1) - (other.q ?? 1) ||
    other.documents.length - one.documents.length ||
    (one.name < other.name ? -1 : 1)
  );
}
