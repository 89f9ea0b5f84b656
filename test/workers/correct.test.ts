import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { listAuditEvents } from '../../src/store/audit/list-audit-events.ts';
import type { Database } from '../../src/store/database.ts';
import { categoryTallies } from '../../src/store/read/category-tallies.ts';
import { countTexts } from '../../src/store/read/count-texts.ts';
import { everyText } from '../../src/store/read/filter.ts';
import { type CorrectionRequest, correctText } from '../../src/workers/correct.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, now } from '../api/support/seed.ts';
import { taxonomy } from '../api/support/taxonomy.ts';
import { testDatabases } from '../support/engines.ts';

const everyEvent = { userId: null, action: null, subject: null, fromDay: null, toDay: null };

describe.each(testDatabases())("a person's word on $name", ({ open }) => {
  let db: Database;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database: db, drop } = await open());
    await addTexts(db, createCorpus(60));
  });
  afterAll(() => drop());

  const correct = (request: Partial<CorrectionRequest>) =>
    correctText(
      { database: db, models: { taxonomy }, pipelines: { intake }, now: () => now },
      {
        documentId: 1,
        category: 'billing.refund',
        verdict: 'yes',
        actor: { userId: null, name: 'Ann' },
        sentence: null,
        ...request,
      },
    );
  /** Texts of a category as the tallies have them, and as the texts themselves say. */
  const counts = async (category: string): Promise<[tallied: number, named: number]> => {
    const tally = (await categoryTallies(db, everyText)).find((row) => row.category === category);
    return [tally?.documents ?? 0, await countTexts(db, { ...everyText, categories: [category] })];
  };
  const textWithout = async (category: string): Promise<number> => {
    const [row] = await db.query<{ id: number }>(
      `select id from documents d where understood and jsonb_array_length(sentences) > 1 and not exists
         (select from document_categories c where c.document_id = d.id and c.category like $1 || '%') order by id limit 1`,
      [category.split('.')[0]!],
    );
    return row!.id;
  };
  const categoriesOf = (documentId: number) =>
    db.query('select * from document_categories where document_id = $1 order by category', [documentId]);
  const mentionsOf = (documentId: number) =>
    db.query('select * from mentions where document_id = $1 order by position', [documentId]);

  it('adds a category and what stands above it to the counts at once, each once', async () => {
    const documentId = await textWithout('billing.refund');
    const before = [await counts('billing.refund'), await counts('billing')];
    expect(await correct({ documentId, sentence: 1 })).toBe('corrected');
    expect(await correct({ documentId, sentence: 1 })).toBe('corrected');
    const after = [await counts('billing.refund'), await counts('billing')];
    expect(after).toEqual(before.map(([tallied, named]) => [tallied + 1, named + 1]));
    const [{ sentences } = { sentences: [] }] = await db.query<{ sentences: { start: number; end: number }[] }>(
      'select sentences from documents where id = $1',
      [documentId],
    );
    const added = (await mentionsOf(documentId)).filter((mention) => mention.found_by === 'person');
    expect(added).toMatchObject([
      { category: 'billing.refund', sentence: 1, start_offset: sentences[1]!.start, end_offset: sentences[1]!.end },
    ]);
  });

  it('takes a category out of the counts, keeps the evidence as overruled, and gives all back', async () => {
    const [found] = await db.query<{ id: number }>(
      `select document_id as id from document_categories where category = 'delivery.late' order by 1 limit 1`,
    );
    const documentId = found!.id;
    const before = { late: await counts('delivery.late'), all: await counts('delivery') };
    const [mentions, categories] = [await mentionsOf(documentId), await categoriesOf(documentId)];
    await correct({ documentId, category: 'delivery', verdict: 'no' });
    expect(await counts('delivery.late')).toEqual(before.late.map((count) => count - 1));
    expect(await counts('delivery')).toEqual(before.all.map((count) => count - 1));
    expect((await mentionsOf(documentId)).filter(({ polarity }) => polarity === 'overruled').length).toBeGreaterThan(0);
    await correct({ documentId, category: 'delivery', verdict: 'withdrawn' });
    expect(await mentionsOf(documentId)).toEqual(mentions);
    expect(await categoriesOf(documentId)).toEqual(categories);
    expect(await counts('delivery')).toEqual(before.all);
    const history = await db.query(
      'select category, verdict, actor, at from corrections where document_id = $1 and category = $2 order by id',
      [documentId, 'delivery'],
    );
    expect(history).toEqual([
      { category: 'delivery', verdict: 'no', actor: 'Ann', at: now },
      { category: 'delivery', verdict: 'withdrawn', actor: 'Ann', at: now },
    ]);
    const audit = await listAuditEvents(
      db,
      { ...everyEvent, subject: `text ${documentId}` },
      { before: null, limit: 2 },
    );
    expect(audit).toMatchObject([
      { actor: 'Ann', action: 'correct', detail: { category: 'delivery', verdict: 'withdrawn' }, at: now },
      { actor: 'Ann', action: 'correct', detail: { category: 'delivery', verdict: 'no' }, at: now },
    ]);
  });

  it('holds once when many say the same at the same time', async () => {
    const documentId = await textWithout('staff.friendly');
    const before = await counts('staff.friendly');
    await Promise.all(Array.from({ length: 8 }, () => correct({ documentId, category: 'staff.friendly' })));
    expect(await counts('staff.friendly')).toEqual(before.map((count) => count + 1));
  });

  it('leaves cases as they are', async () => {
    const cases = () => db.query('select * from cases order by id');
    const before = await cases();
    await correct({ documentId: await textWithout('signal.complaint'), category: 'signal.complaint' });
    expect(await cases()).toEqual(before);
  });

  it('says what it cannot be about, and changes nothing', async () => {
    const [unread] = await db.query<{ id: number }>('select id from documents where not understood limit 1');
    const before = await db.query('select count(*) from corrections');
    expect(await correct({ documentId: 999_999 })).toBe('missing');
    expect(await correct({ documentId: unread!.id })).toBe('unread');
    expect(await correct({ documentId: await textWithout('competitor'), sentence: 99 })).toBe('no sentence');
    expect(await db.query('select count(*) from corrections')).toEqual(before);
  });
});
