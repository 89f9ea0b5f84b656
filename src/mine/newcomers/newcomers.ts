import type { NightlyPipeline } from '../../pipeline.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { incompleteBeta } from '../../stats/special/incomplete-beta.ts';
import type { Newcomer } from '../../types/findings.ts';
import type { WatchedName } from './name-watch.ts';

/**
 * Names that no vocabulary holds and that look like somebody new: named after phrases of switching by `minimumCustomers`
 * different customers, or risen lately beyond their own past.
 * @param isKnown whether a name, in lower case, is in the vocabulary, or a person has said what it is.
 * @param couldBeOrganisation false for a person, a place or a date.
 * @returns those named after switching by most customers first, then by how little chance explains their rise.
 */
export function newcomers(
  names: ReadonlyMap<string, WatchedName>,
  documents: ReadonlyMap<string, number>,
  day: string,
  settings: NightlyPipeline['newcomers'] & { falseDiscoveries: number },
  { isKnown, couldBeOrganisation }: { isKnown(name: string): boolean; couldBeOrganisation(name: string): boolean },
): Newcomer[] {
  const unknown = [...names].filter(([key]) => !isKnown(key));
  const rising = risesOf(new Map(unknown), documents, day, settings);
  const found = unknown.flatMap(([key, watched]): Newcomer[] => {
    const rise = rising.get(key) ?? null;
    const isNamedBySome = watched.switching.size > 0 && watched.customers.size >= settings.minimumCustomers;
    if ((!isNamedBySome && !rise) || !couldBeOrganisation(watched.name)) return [];
    const { name, documents: texts, customers, switching, first } = watched;
    return [
      {
        ...{ name, customers: customers.size, switching: switching.size, first, documents: texts },
        ...{ recentObserved: rise?.observed ?? null, recentExpected: rise?.expected ?? null, q: rise?.q ?? null },
      },
    ];
  });
  return found.sort(mostTelling).slice(0, settings.most);
}

interface Rise {
  observed: number;
  expected: number;
  q: number;
}

/**
 * Names of which more texts than chance would have it fall into the last `recentDays`: were a name as usual lately as before,
 * each of its texts would do so with the share of all texts that did (binomial, one-sided; q over every frequent name).
 */
function risesOf(
  names: ReadonlyMap<string, WatchedName>,
  documents: ReadonlyMap<string, number>,
  day: string,
  { minimumRise, recentDays, falseDiscoveries }: NightlyPipeline['newcomers'] & { falseDiscoveries: number },
): Map<string, Rise> {
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - (recentDays - 1) * 86_400_000).toISOString().slice(0, 10);
  const share = recent(documents, from) / Math.max(1, recent(documents, ''));
  if (!(share > 0 && share < 1)) return new Map();
  const tested = [...names].filter(([, { documents: texts }]) => texts.length >= minimumRise);
  const counts = tested.map(([, { byDay, documents: texts }]) => ({
    observed: recent(byDay, from),
    all: texts.length,
  }));
  const p = counts.map(({ observed, all }) =>
    observed === 0 ? 1 : incompleteBeta(share, observed, all - observed + 1),
  );
  const q = benjaminiHochberg(p);
  return new Map(
    tested.flatMap(([key], at): [string, Rise][] => {
      const { observed, all } = counts[at]!;
      const rise = { observed, expected: all * share, q: q[at]! };
      return rise.q <= falseDiscoveries && observed >= minimumRise ? [[key, rise]] : [];
    }),
  );
}

const recent = (byDay: ReadonlyMap<string, number>, from: string): number =>
  [...byDay].reduce((sum, [day, texts]) => sum + (day >= from ? texts : 0), 0);

function mostTelling(one: Newcomer, other: Newcomer): number {
  return (
    other.switching - one.switching ||
    (one.q ?? 1) - (other.q ?? 1) ||
    other.documents.length - one.documents.length ||
    (one.name < other.name ? -1 : 1)
  );
}
