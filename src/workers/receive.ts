import type { Context } from '../context.ts';
import { readTexts } from '../ingest/split/read-texts.ts';
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

/**
 * Takes in files as one intake: every text is stored before it is queued, a batch at a time, so that memory stays flat
 * whatever the files' size. @returns the intake's id.
 */
export async function receive(
  context: Context,
  name: string,
  sources: Iterable<Source> | AsyncIterable<Source>,
): Promise<number> {
  const intakeId = await startIntake(context.database, name, context.now());
  for await (const source of sources) await readInto(context, intakeId, source);
  await finishReading(context.database, intakeId);
  return intakeId;
}

async function readInto(context: Context, intakeId: number, source: Source): Promise<void> {
  const { database, pipelines, log, now } = context;
  const { largestTextMegabytes, batchTexts } = pipelines.intake.reading;
  let batch: RawText[] = [];

  async function flush(): Promise<void> {
    const texts = batch;
    batch = [];
    if (texts.length === 0) return;
    const { added } = await addRawTexts(database, intakeId, texts, now());
    await enqueue(context, added);
  }

  const input = { name: source.name, modifiedAt: source.modifiedAt, stream: source.open() };
  const { channel, mapping } = source;
  for await (const item of readTexts(input, { largestTextMegabytes, mapping, ...(channel && { channel }) })) {
    if ('reason' in item) {
      await setAside(database, intakeId, item, now());
      log.warn({ rawId: item.id, intakeId }, 'kept a text aside');
    } else if (batch.push(item) >= batchTexts) {
      await flush();
    }
  }
  await flush();
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
