import type { NightlyPipeline } from '../../pipeline.ts';
import type { TextGroup } from './discover.ts';

/**
 * The most telling words of each topic by class-based tf-idf (M. Grootendorst, 2022): how often a topic's texts use a
 * feature, times how rare it is among all. A word goes without saying where a pair that holds it is named already.
 * `cues` are those by which the topic is seen: their texts mostly belong to it.
 */
export function termsOf(
  topics: readonly (readonly TextGroup[])[],
  all: readonly TextGroup[],
  written: ReadonlyMap<string, ReadonlyMap<string, number>>,
  { terms: most, cueShare }: Pick<NightlyPipeline['discovery'], 'terms' | 'cueShare'>,
): { terms: string[]; cues: string[] }[] {
  const everywhere = count(all);
  const perTopic =
    all.reduce((sum, { features, ids }) => sum + features.length * ids.length, 0) / Math.max(1, topics.length);
  return topics.map((groups) => {
    const counts = count(groups);
    const size = groups.reduce((sum, { ids }) => sum + ids.length, 0);
    const score = (feature: string): number =>
      (counts.get(feature)! / size) * Math.log(1 + perTopic / everywhere.get(feature)!);
    const ranked = [...counts.keys()]
      .filter((feature) => counts.get(feature)! >= Math.max(2, size * 0.1))
      .sort((one, other) => score(other) - score(one) || (one < other ? -1 : 1));
    const chosen: string[] = [];
    for (const feature of ranked) {
      const says = new Set(chosen.flatMap((term) => term.split(' ')));
      if (chosen.length < most && !feature.split(' ').some((stem) => says.has(stem))) chosen.push(feature);
    }
    const isCue = (feature: string): boolean => counts.get(feature)! >= cueShare * everywhere.get(feature)!;
    return {
      terms: chosen.map((feature) => show(feature, written)),
      cues: ranked
        .filter(isCue)
        .slice(0, 2 * most)
        .map((feature) => cueOf(feature, written)),
    };
  });
}

/** Texts that use each feature. */
function count(groups: readonly TextGroup[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features, ids } of groups) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + ids.length);
  }
  return counts;
}

type Written = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** A feature as customers write it most often. */
function show(feature: string, written: Written): string {
  return feature
    .split(' ')
    .map((stem) => usual(stem, written))
    .join(' ');
}

function usual(stem: string, written: Written): string {
  const words = [...(written.get(stem) ?? new Map([[stem, 1]]))];
  return words.sort(([one, times], [other, more]) => more - times || (one < other ? -1 : 1))[0]![0];
}

/** In any form, with up to four words between the words of a pair; Chinese as it stands. */
function cueOf(feature: string, written: Written): string {
  const words = feature.split(' ').map((stem) => usual(stem, written));
  return words.some((word) => /\p{Script=Han}/u.test(word))
    ? words.join('...')
    : words.map((word) => `~${word}`).join(' ... ');
}
