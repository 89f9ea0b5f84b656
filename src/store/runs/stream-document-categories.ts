import type { Facet } from '../../types.ts';
import type { Queryable } from '../database.ts';

/** A document as mining sees it. */
export type CategorisedDocument = {
  id: number;
  /** Of the text as a whole, −1 to 1. */
  sentiment: number;
  /** False where no model reads its language: it can name no category. */
  understood: boolean;
  /** Ids of the categories that it affirms, of the facets asked for; sorted, each once. */
  categories: string[];
};

const documentsAtOnce = 2000;

/** Brings every document with an id up to `throughId`, in the order of ids, some thousand at a time. */
export async function streamDocumentCategories(
  db: Queryable,
  { throughId, facets }: { throughId: number; facets: Facet[] },
  onBatch: (documents: CategorisedDocument[]) => void,
): Promise<void> {
  let afterId = 0;
  for (;;) {
    const batch = await db.query<CategorisedDocument>(
      `select d.id, d.sentiment, d.understood,
              coalesce(array_agg(c.category order by c.category) filter (where c.category is not null), '{}') as categories
       from (select id, sentiment, understood from documents where id > $1 and id <= $2 order by id limit $3) d
       left join document_categories c on c.document_id = d.id and c.facet = any($4)
       group by d.id, d.sentiment, d.understood order by d.id`,
      [afterId, throughId, documentsAtOnce, facets],
    );
    const last = batch.at(-1);
    if (!last) return;
    onBatch(batch);
    afterId = last.id;
  }
}
