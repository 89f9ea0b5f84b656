import type { Context } from '../context.ts';
import { readTexts } from '../ingest/split/read-texts.ts';
import { addRawTexts, type IncomingText } from '../store/intake/add-raw-texts.ts';
import { finishReading } from '../store/intake/finish-reading.ts';
import { setAside } from '../store/intake/set-aside.ts';
import { startIntake } from '../store/intake/start-intake.ts';
import type { Channel, RawText, SurveyMapping } from '../types.ts';
import { createBackPressure } from './backlog.ts';
import { mayBeUrgent } from './urgency.ts';

/** A file as it arrives, from a folder, an upload or the sample. */
export interface Source {
  name: string;
  modifiedAt: Date;
  open(): AsyncIterable<Uint8Array>;
  channel: Channel | null;
  mapping: SurveyMapping | null;
}

/** Texts are stored together until they are this large together; texts of any size must not add up in memory. */
const batchBytes = 8 * 2 ** 20;

/**
 * Takes in files as one intake: every text is stored before it is queued, a batch at a time, so that memory stays flat
 * whatever the files' size. @returns the intake's id.
 */
export async function receive(
  context: Context,
  name: string,
  sources: Iterable<Source> | AsyncIterable<Source>,
): Promise<number> {
  const { database, pipelines, dispatch, now } = context;
  const intakeId = await startIntake(database, name, now());
  const slowDown = createBackPressure(context);
  let batch: IncomingText[] = [];
  let bytes = 0;

  async function store(): Promise<void> {
    const { added } = await addRawTexts(database, intakeId, batch, now());
    const urgent = new Set(batch.filter((text) => text.urgent).map(({ id }) => id));
    batch = [];
    bytes = 0;
    dispatch.add(
      added.filter((id) => urgent.has(id)),
      { urgent: true },
    );
    dispatch.add(added.filter((id) => !urgent.has(id)));
    context.log.debug({ intakeId, rawIds: added, urgent: urgent.size }, 'stored and queued texts');
    await slowDown(added.length);
  }

  for await (const source of sources) {
    for await (const text of readSource(context, intakeId, source)) {
      batch.push({ ...text, urgent: mayBeUrgent(context, text) });
      bytes += text.bytes.length;
      if (batch.length >= pipelines.intake.reading.batchTexts || bytes >= batchBytes) await store();
    }
  }
  if (batch.length > 0) await store();
  await finishReading(database, intakeId);
  await dispatch.flush();
  return intakeId;
}

/** The texts of one file; what cannot be read is kept aside on the way. */
async function* readSource(context: Context, intakeId: number, source: Source): AsyncGenerator<RawText> {
  const { largestTextMegabytes } = context.pipelines.intake.reading;
  const { name, modifiedAt, channel, mapping } = source;
  const input = { name, modifiedAt, stream: source.open() };
  for await (const item of readTexts(input, { largestTextMegabytes, mapping, ...(channel && { channel }) })) {
    if ('reason' in item) {
      await setAside(context.database, intakeId, item, context.now());
      context.log.warn({ rawId: item.id, intakeId }, 'kept a text aside');
    } else {
      yield item;
    }
  }
}
