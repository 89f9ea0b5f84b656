import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabases } from '../support/engines.ts';

describe.each(testDatabases())('the foreign keys on $name', ({ open }) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  }, 120_000);
  afterAll(() => opened.drop());

  it('to texts, cases and what happened to them each have an index that begins with them', async () => {
    // Dropping a text reaches all of these; one without an index would read its table as often as there are texts.
    const keys = await opened.database.query<{ key: string; covered: boolean }>(
      `select format('%s.%s', c.conrelid::regclass, a.attname) as key,
              exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1]
                and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = format('(%s IS NOT NULL)', a.attname)))
                as covered
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'f'
         and c.confrelid in ('raw_texts'::regclass, 'documents'::regclass, 'cases'::regclass, 'case_events'::regclass)`,
    );
    expect(keys.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['mentions.document_id', 'cases.merged_into', 'deliveries.event_id']),
    );
    expect(keys.filter(({ covered }) => !covered)).toEqual([]);
  });
});
