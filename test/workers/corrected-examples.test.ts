import { expect, it } from 'vitest';
import { pipelines } from '../../src/cli/pipelines.ts';
import { type CorrectionRequest, correctText } from '../../src/workers/correct.ts';
import { correctedExamples } from '../../src/workers/corrected-examples.ts';
import { createCorpus } from '../api/support/corpus.ts';
import { addTexts, now } from '../api/support/seed.ts';
import { taxonomy } from '../api/support/taxonomy.ts';
import { testDatabases } from '../support/engines.ts';

it.each(testDatabases())('what people said of texts are examples to learn from, on $name', async ({ open }) => {
  const { database, drop } = await open();
  await addTexts(database, createCorpus(40));
  const context = { database, models: { taxonomy }, pipelines, now: () => now };
  const say = (documentId: number, category: string, verdict: CorrectionRequest['verdict']) =>
    correctText(context, { documentId, category, verdict, actor: { userId: null, name: 'Ann' }, sentence: null });
  expect(await correctedExamples(context)).toEqual([]);
  const rows = await database.query<{ id: number; text: string }>(
    `select id, text from documents d where understood and utterances = '[]' and not exists
       (select from document_categories c where c.document_id = d.id and c.category like any('{billing%,staff%}'))
     order by id limit 3`,
  );
  const [first, second, third] = rows;
  await say(first!.id, 'billing.refund', 'yes');
  await say(second!.id, 'staff', 'yes');
  await say(second!.id, 'billing.refund', 'no');
  await say(third!.id, 'staff', 'yes');
  await say(third!.id, 'staff', 'withdrawn');
  // `billing` stands above what was judged, and was not judged itself; what was taken back teaches nothing.
  expect(await correctedExamples(context)).toEqual([
    { text: first!.text, labels: ['billing.refund'] },
    { text: second!.text, labels: ['staff'] },
  ]);
  await drop();
});
