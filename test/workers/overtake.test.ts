import { describe, expect, it } from 'vitest';
import { generateTexts } from '../../samples/generate/stream.ts';
import { storeStatus } from '../../src/store/status.ts';
import { startCrew } from '../../src/workers/crew.ts';
import { receive } from '../../src/workers/receive.ts';
import { testContexts } from '../support/contexts.ts';
import { until } from '../support/until.ts';

const urgentText = 'My router caught fire last night and my hand is burnt. This is dangerous, I want to complain.';
const backlogTexts = 3000;

async function* lines(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('id,comment\n');
  let id = 0;
  for (const { text } of generateTexts(5, backlogTexts)) yield Buffer.from(`${id++},"${text.replaceAll('"', '""')}"\n`);
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const source = (name: string, open: () => AsyncIterable<Uint8Array>) => [
  { name, modifiedAt: new Date(), open, channel: null, mapping: null },
];

describe.each(testContexts())('on $name', ({ start }) => {
  it('an urgent complaint becomes a case long before the backlog is worked off', async () => {
    const { context, drop } = await start();
    const { database, queue } = context;
    await queue.pause();
    await receive(context, 'backlog.csv', source('backlog.csv', lines));
    const crew = await startCrew(context, 1);
    await queue.resume();
    await until(async () => (await storeStatus(database, context.models.versions)).documents > 0);
    await receive(
      context,
      'urgent.txt',
      source('urgent.txt', () => once(urgentText)),
    );
    const found =
      "select priority, team from cases join documents d on d.id = document_id where d.source = 'urgent.txt'";
    await until(async () => (await database.query(found)).length > 0);
    const { waiting } = await storeStatus(database, context.models.versions);
    expect(await database.query(found)).toEqual([{ priority: 'urgent', team: 'care' }]);
    expect(waiting).toBeGreaterThan(backlogTexts / 3);
    await queue.pause();
    await crew.close();
    await context.close();
    await drop();
  }, 180_000);
});
