import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { addRawTexts } from '../src/store/intake/add-raw-texts.ts';
import { startIntake } from '../src/store/intake/start-intake.ts';
import { storeStatus } from '../src/store/status.ts';
import { startCrew } from '../src/workers/crew.ts';
import { receive } from '../src/workers/receive.ts';
import { testContexts } from './support/contexts.ts';
import { rawText } from './support/texts.ts';
import { until } from './support/until.ts';

const secret = 'Zebulon Quisling of 7 Hidden Lane';

describe('the log', () => {
  it('follows each text by its id through every stage, and holds no word of a customer', async () => {
    const [embedded] = testContexts();
    const { context, drop } = await embedded!.start();
    const lines: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const logging = { ...context, log: pino({ level: 'debug' }, sink) };
    const mail = `Subject: ${secret}\nFrom: ${secret} <z@hidden.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nMy bill is wrong, I complain. ${secret}\n`;
    async function* bytes(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
      yield Buffer.from(text);
    }
    const fixed = { modifiedAt: new Date(), channel: null, mapping: null };
    const crew = await startCrew(logging, 1);
    await receive(logging, 'mail.eml', [{ name: 'mail.eml', ...fixed, open: () => bytes(mail) }]);
    await receive(logging, 'broken', [
      { name: 'broken.bin', ...fixed, open: () => bytes(Buffer.from(`\0\0${secret}\0`)) },
    ]);
    // One that is stored and cannot be read: its reason goes to the store, its id to the log.
    const unreadable = rawText(`{"${secret}": 1`, { format: 'jsonl' });
    await addRawTexts(context.database, await startIntake(context.database, 'x', new Date()), [unreadable], new Date());
    context.dispatch.add([unreadable.id]);
    await until(async () => {
      const { documents, failures, waiting } = await storeStatus(context.database, context.models.versions);
      return documents === 1 && failures === 2 && waiting === 0;
    });
    await crew.close();
    await context.close();
    expect(lines.join('')).toContain(unreadable.id);
    const stored = lines.filter((line) => line.includes('stored and queued texts'));
    const analysed = lines.filter((line) => line.includes('read, analysed and routed texts'));
    const rawIds = (found: string[]): string[] => found.flatMap((line) => JSON.parse(line).rawIds as string[]);
    expect(rawIds(stored)).toHaveLength(1);
    expect(rawIds(analysed)).toEqual(expect.arrayContaining(rawIds(stored)));
    expect(lines.filter((line) => /Zebulon|Quisling|Hidden Lane|hidden\.example/i.test(line))).toEqual([]);
    await drop();
  }, 60_000);
});
