import { readTexts } from '../ingest/split/read-texts.ts';
import type { Context } from '../context.ts';
import { addRawTexts } from '../store/intake/add-raw-texts.ts';
import { finishReading } from '../store/intake/finish-reading.ts';
import { setAside } from '../store/intake/set-aside.ts';
import { startIntake } from '../store/intake/start-intake.ts';
import type { Channel, RawText, SurveyMapping } from '../types.ts';

/** A file as it arrives, from a folder, an upload or the sample. */
export interface Source {
  name: string;
  modifiedAt: Date;
  open(): AsyncIterable<Uint8Array>;
  channel: Channel | null;
  mapping: SurveyMapping | null;
}

/** Takes in one file: every text of it is stored before it is queued. @returns the intake's id. */
export async function receive(context: Context, source: Source): Promise<number> {
  const intakeId = await startIntake(context.database, source.name, context.now());
  await readInto(context, intakeId, source);
  return intakeId;
}

/** Reads the file's texts into the store and queues them, a batch at a time: memory stays flat whatever the file's size. */
export async function readInto(context: Context, intakeId: number, source: Source): Promise<void> {
  const { database, pipelines, log } = context;
  const { largestTextMegabytes, batchTexts } = pipelines.intake.reading;
  let batch: RawText[] = [];

  const flush = async () => {
    const texts = batch;
    batch = [];
    if (texts.length === 0) return;
    const { added } = await addRawTexts(database, intakeId, texts, context.now());
    await enqueue(context, added);
  };

  const input = { name: source.name, modifiedAt: source.modifiedAt, stream: source.open() };
  const options = {
    largestTextMegabytes,
    ...(source.channel && { channel: source.channel }),
    ...(source.mapping && { mapping: source.mapping }),
  };
  for await (const item of readTexts(input, options)) {
    if ('reason' in item) {
      await setAside(database, intakeId, item, context.now());
      log.warn({ rawId: item.id, intakeId }, 'kept a text aside');
    } else {
      batch.push(item);
      if (batch.length >= batchTexts) await flush();
    }
  }
  await flush();
  await finishReading(database, intakeId);
}

/** Puts ids on the queue, a batch a job. */
export async function enqueue(context: Context, rawIds: string[]): Promise<void> {
  const { batchTexts } = context.pipelines.intake.reading;
  const jobs = [];
  for (let start = 0; start < rawIds.length; start += batchTexts) {
    jobs.push({ name: 'intake' as const, data: { rawIds: rawIds.slice(start, start + batchTexts) } });
  }
  if (jobs.length > 0) await context.queue.add(jobs);
}
