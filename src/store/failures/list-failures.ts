import type { Channel, Format } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** Something kept aside. */
export type ListedFailure = {
  id: string;
  source: string;
  channel: Channel;
  format: Format;
  /** A sentence for people: what is wrong, and what would be right. */
  reason: string;
  failedAt: Date;
};

/** All that is kept aside, the latest first. */
export function listFailures(db: Queryable): Promise<ListedFailure[]> {
  return db.query<ListedFailure>(
    `select id, source, channel, format, coalesce(reason, '') as reason, changed_at as "failedAt"
     from raw_texts where state = 'failed' order by changed_at desc, id`,
  );
}
