import type { ReportCause } from '../../../../dashboards/views/report.ts';
import type { TextFilter } from '../../../store/read/filter.ts';
import type { CountDifference, CountedNight } from '../../../types/report.ts';
import { textsHref } from '../../links.ts';

const dayMilliseconds = 86_400_000;

/** The two nights that are compared. */
export interface ComparedNights {
  night: CountedNight;
  earlier: CountedNight;
}

/** The texts that a night counted, as it counted them: whatever came or was corrected since leaves the list as it was. */
export function countedBy({ day, fromDay, throughId, throughChange }: CountedNight): Partial<TextFilter> {
  return { fromDay, toDay: day, through: throughId, labelsAt: throughChange };
}

/** The categories of a count; '' is every text that a model reads. */
export function labelsOf(categories: readonly string[]): Partial<TextFilter> {
  const named = categories.filter((category) => category !== '');
  return named.length === 0 ? { understood: true } : { categories: named };
}

/** What each cause did, each number with the texts behind it. Texts that are erased can be listed no more. */
export function causeRows({ category, other, causes }: CountDifference, nights: ComparedNights): ReportCause[] {
  const categories = other === '' ? [category] : [category, other];
  return causes.map(({ cause, added, removed }) => {
    const href = (isAdded: boolean): string | null => {
      if ((isAdded ? added : removed) === 0) return null;
      const filter = changedTexts(cause, isAdded, categories, nights);
      return filter && textsHref(filter);
    };
    return { cause, added: { count: added, href: href(true) }, removed: { count: removed, href: href(false) } };
  });
}

function changedTexts(
  cause: ReportCause['cause'],
  isAdded: boolean,
  categories: string[],
  { night, earlier }: ComparedNights,
): Partial<TextFilter> | null {
  const labels = labelsOf(categories);
  switch (cause) {
    case 'new':
      return { ...countedBy(night), ...labels, fromDay: later(night.fromDay, dayAfter(earlier.day, 1)) };
    case 'late':
      return { ...countedBy(night), ...labels, toDay: earlier.day, after: earlier.throughId };
    case 'window': {
      const [inside, outside] = isAdded ? [night, earlier] : [earlier, night];
      // Only a window that begins can be entered or left at its beginning.
      const toDay = outside.fromDay === null ? inside.day : dayAfter(outside.fromDay, -1);
      return { ...countedBy(inside), ...labels, toDay, through: earlier.throughId };
    }
    case 'erased':
      return null;
    default:
      return {
        ...{ fromDay: later(night.fromDay, earlier.fromDay), toDay: earlier.day, through: earlier.throughId },
        relabelled: { cause, added: isAdded, from: earlier.throughChange, to: night.throughChange, categories },
      };
  }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMilliseconds).toISOString().slice(0, 10);
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
