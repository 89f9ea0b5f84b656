import type { Count } from '../../dashboards/views/shared.ts';
import type { TextFilter } from '../store/read/filter.ts';
import type { Run } from '../types.ts';
import { writeFilter } from './filter-query.ts';

/** Addresses of the pages. Every part that comes from data is encoded. */

export function textsHref(filter: Partial<TextFilter>): string {
  return `/texts${writeFilter(filter)}`;
}

/** The cases of the filter's one team. */
export function casesHref(team: string, filter: Partial<TextFilter>): string {
  return `/departments/${encodeURIComponent(team)}${writeFilter({ ...filter, teams: [] })}`;
}

export function topicHref(category: string): string {
  return `/topics/${encodeURIComponent(category)}`;
}

export function textHref(id: number, categories: readonly string[] = []): string {
  return `/texts/${id}${writeFilter({ categories: [...categories] })}`;
}

export function customerHref(customer: string): string {
  return `/customers/${encodeURIComponent(customer)}`;
}

export function caseHref(id: number): string {
  return `/cases/${id}`;
}

/** A number of texts with the list of them. */
export function textsCount(count: number, filter: Partial<TextFilter>): Count {
  return { count, href: textsHref(filter) };
}

/** Days and texts that a mining run looked at, so that its numbers open what it counted. */
export function runWindow({
  throughId,
  fromDay,
  day,
}: Pick<Run, 'throughId' | 'fromDay' | 'day'>): Partial<TextFilter> {
  return { fromDay, toDay: day, through: throughId };
}

/** The texts that a mining run counted. */
export function runTexts(run: Pick<Run, 'documents' | 'throughId' | 'fromDay' | 'day'>): Count {
  return textsCount(run.documents, { understood: true, ...runWindow(run) });
}
