import type { CaseState, Channel, Run } from '../types.ts';
import { countStale } from './analyses/count-stale.ts';
import type { Queryable } from './database.ts';
import { latestRun } from './runs/latest-run.ts';

/** `done` texts are documents; `duplicate` ones were had already; `failed` ones are kept aside. */
export type TextState = 'waiting' | 'done' | 'duplicate' | 'failed';

export type TextCount = { state: TextState; channel: Channel; count: number };
export type CaseCount = { team: string; state: CaseState; count: number };

/** How the store stands. */
export interface StoreStatus {
  documents: number;
  /** Of the documents, those in a language that some model reads. */
  understood: number;
  waiting: number;
  /** Of the documents, those that were analysed by other versions than the present ones. */
  stale: number;
  /** Texts kept aside. */
  failures: number;
  texts: TextCount[];
  cases: CaseCount[];
  /** The mining run that ended last. */
  lastRun: Run | null;
}

/**
 * Counts what is in the store. Cheap enough to be asked again and again: documents are counted from their tallies.
 * @param versions of the present models and vocabularies.
 */
export async function storeStatus(db: Queryable, versions: Record<string, string>): Promise<StoreStatus> {
  const [documents] = await db.query<{ count: number; understood: number }>(
    `select coalesce(sum(documents), 0)::int as count, coalesce(sum(understood), 0)::int as understood
     from tallies where category = ''`,
  );
  const texts = await db.query<TextCount>(
    `select state, channel, count(*)::int as count from raw_texts where state <> 'done' group by state, channel
     union all
     select 'done', channel, sum(documents)::int from tallies where category = '' group by channel having sum(documents) > 0
     order by state, channel`,
  );
  const cases = await db.query<CaseCount>(
    'select team, state, count(*)::int as count from cases group by team, state order by team, state',
  );
  const countOf = (wanted: TextState): number =>
    texts.reduce((sum, { state, count }) => (state === wanted ? sum + count : sum), 0);
  return {
    documents: documents?.count ?? 0,
    understood: documents?.understood ?? 0,
    waiting: countOf('waiting'),
    stale: await countStale(db, versions),
    failures: countOf('failed'),
    texts,
    cases,
    lastRun: await latestRun(db),
  };
}
