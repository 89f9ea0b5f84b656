import type { ChangeRow } from '../../../dashboards/views/trends.ts';
import type { ChangePoint } from '../../types/findings.ts';
import type { Run } from '../../types.ts';
import { textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { addDays } from './timeline.ts';
import { createVocabulary } from './vocabulary.ts';

/** A change of level with the texts of either side. */
export function changeRow(
  { category, day, fromDay, toDay, ratio, p, ...counts }: ChangePoint,
  { taxonomy }: Pick<Services, 'taxonomy'>,
  { throughId: through }: Pick<Run, 'throughId'>,
): ChangeRow {
  const side = (from: string, to: string, texts: number, named: number) => {
    const within = { fromDay: from, toDay: to, through };
    return {
      texts: textsCount(texts, { ...within, understood: true }),
      named: textsCount(named, { ...within, categories: [category] }),
    };
  };
  return {
    ...{ category: createVocabulary(taxonomy).link(category), day, ratio, p },
    before: side(fromDay, addDays(day, -1), counts.beforeTexts, counts.beforeCount),
    after: side(day, toDay, counts.afterTexts, counts.afterCount),
  };
}

export function latestFirst(one: ChangePoint, other: ChangePoint): number {
  return one.day > other.day ? -1 : Number(one.day < other.day);
}
