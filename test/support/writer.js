// Stores texts and saves their results, batch after batch, until killed; prints how many texts are saved for certain.
// Run as: node writer.js DIRECTORY
import { createHash } from 'node:crypto';
import { addRawTexts } from '../../dist/src/store/intake/add-raw-texts.js';
import { saveResults } from '../../dist/src/store/intake/save-results.js';
import { startIntake } from '../../dist/src/store/intake/start-intake.js';
import { migrate } from '../../dist/src/store/migrate.js';
import { openPglite } from '../../dist/src/store/pglite.js';

const batchTexts = 20;
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

function rawText(at) {
  const body = `text ${at}`;
  const file = { source: body, channel: 'email', format: 'plain', modifiedAt: new Date(), mapping: null };
  return { ...file, id: hashOf(body), bytes: Buffer.from(body) };
}

function resultOf({ id, source }) {
  const sentiment = { score: 0, grade: 0 };
  const nobody = { externalId: null, threadId: null, customerId: null, subject: null, utterances: [], attributes: {} };
  const told = {
    rawId: id,
    fingerprint: id,
    channel: 'email',
    source,
    receivedAt: new Date(),
    language: 'en',
    text: source,
  };
  const category = { category: 'bill', facet: 'topic', mentions: 1, sentiment };
  const found = { sentences: [], mentions: [], categories: [category], sentiment, understood: true, versions: {} };
  const to = {
    team: 'billing',
    priority: 'low',
    dueAt: new Date(),
    by: 'x',
    because: 'x',
    score: 1,
    sentences: [],
    suggestions: [],
  };
  return { rawId: id, document: { ...nobody, ...told }, analysis: found, route: to };
}

const database = await openPglite(process.argv[2]);
await migrate(database);
const intake = await startIntake(database, 'writer', new Date());
const [{ count }] = await database.query('select count(*) as count from raw_texts');
for (let at = count; ; at += batchTexts) {
  const texts = Array.from({ length: batchTexts }, (_, place) => rawText(at + place));
  await addRawTexts(database, intake, texts, new Date());
  process.stdout.write(`stored ${at + batchTexts}\n`);
  await saveResults(database, texts.map(resultOf), new Date());
  process.stdout.write(`saved ${at + batchTexts}\n`);
}
