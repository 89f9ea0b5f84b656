import type { Report } from '../../../../dashboards/views/report.ts';
import type { MorningReport } from '../../../types/report.ts';
import { textsCount } from '../../links.ts';
import { withValue } from '../coded-rows.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { countedBy } from './cause-links.ts';

/** Topics, names and drivers of a night, each with its texts. */
export function foundRows(
  { newTopics, newNames, namesWaiting, drivers, night }: MorningReport,
  { link }: Vocabulary,
): Pick<Report, 'newTopics' | 'newNames' | 'namesWaiting' | 'drivers'> {
  return {
    newTopics: newTopics.map(({ id, terms, texts, found }) => ({
      ...{ id, name: terms.slice(0, 3).join(' · ') },
      texts: textsCount(texts, { found }),
    })),
    newNames: newNames.map(({ name, customers, switching, texts, found }) => ({
      ...{ name, customers, switching },
      texts: textsCount(texts, { found }),
    })),
    namesWaiting,
    drivers: drivers.map(({ category, value, texts, effect, lower, upper, impact, q }) => {
      const named = category === null ? null : link(category);
      const of = value === null ? { categories: [category ?? ''] } : withValue(value);
      return {
        ...{ name: named?.fullName ?? `${value?.field}: ${value?.label}`, category: named },
        texts: textsCount(texts, { ...countedBy(night), understood: true, ...of }),
        ...{ effect, lower, upper, impact, q },
      };
    }),
  };
}
