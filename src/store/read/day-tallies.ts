import type { Channel } from '../../types.ts';
import type { Queryable, SqlValue } from '../database.ts';
import type { TextFilter } from './filter.ts';
import { talliesWhere } from './where.ts';

/** Texts of one day and channel. */
export type DayTally = {
  day: string;
  channel: Channel;
  documents: number;
  understood: number;
  negative: number;
  positive: number;
  /** Sum of the sentiment of the understood ones. */
  sentiment: number;
};

/**
 * Volume and sentiment by day and channel, oldest first; of the texts that affirm the category, or of all where it is
 * null. @throws Error when the filter sets anything but days and channels.
 */
export function dayTallies(db: Queryable, filter: TextFilter, category: string | null): Promise<DayTally[]> {
  const params: SqlValue[] = [category ?? ''];
  return db.query<DayTally>(
    `select t.day, t.channel, t.documents, t.understood, t.negative, t.positive, t.sentiment
     from tallies t
     where t.category = $1 and t.documents > 0 and ${talliesWhere(filter, params)}
     order by t.day, t.channel`,
    params,
  );
}
