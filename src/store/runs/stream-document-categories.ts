import type { Channel, Facet } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A document as mining sees it. */
export type CategorisedDocument = {
  id: number;
  /** Of receipt, UTC. */
  day: string;
  channel: Channel;
  customerId: string | null;
  /** Of the text as a whole, −1 to 1. */
  sentiment: number;
  /** False where no model reads its language: it can name no category. */
  understood: boolean;
  /** Coded data. */
  attributes: Record<string, string>;
  /** Ids of the categories that it affirms, of the facets asked for; sorted by code units, each once. */
  categories: string[];
};

/** Which documents: with an id up to `throughId`, received from `fromDay` to `toDay`; null sets no bound. */
export interface DocumentWindow {
  throughId: number;
  fromDay?: string | null;
  toDay?: string | null;
  facets: Facet[];
}

const documentsAtOnce = 2000;

/** Brings every document of the window, in the order of ids, some thousand at a time. */
export async function streamDocumentCategories(
  db: Queryable,
  { throughId, fromDay = null, toDay = null, facets }: DocumentWindow,
  onBatch: (documents: CategorisedDocument[]) => void,
): Promise<void> {
  let afterId = 0;
  for (;;) {
    const batch = await db.query<CategorisedDocument>(
      `select d.id, d.day, d.channel, d.customer_id as "customerId", d.sentiment, d.understood, d.attributes,
              coalesce((select array_agg(c.category order by c.category collate "C") from document_categories c
                        where c.document_id = d.id and c.facet = any($4)), '{}') as categories
       from documents d
       where d.id > $1 and d.id <= $2 and ($5::date is null or d.day >= $5::date) and ($6::date is null or d.day <= $6::date)
       order by d.id limit $3`,
      [afterId, throughId, documentsAtOnce, facets, fromDay, toDay],
    );
    const last = batch.at(-1);
    if (!last) return;
    onBatch(batch);
    afterId = last.id;
  }
}
