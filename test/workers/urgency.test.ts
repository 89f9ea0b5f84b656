import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { routing } from '../../pipelines/routing.ts';
import { generateTexts } from '../../samples/generate/stream.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { packageRoot } from '../../src/config.ts';
import { walk } from '../../src/connect/folder/walk.ts';
import { parseText } from '../../src/ingest/parse.ts';
import { readTexts } from '../../src/ingest/split/read-texts.ts';
import { loadModels } from '../../src/models.ts';
import { createRouter } from '../../src/route/router.ts';
import type { RawText } from '../../src/types.ts';
import { mayBeUrgent } from '../../src/workers/urgency.ts';
import { rawText } from '../support/texts.ts';

const models = await loadModels(packageRoot, 'telecoms');
const context = { models, routing: routing.telecoms };
const analyse = createAnalyser(models, intake);
const route = createRouter(routing.telecoms, models.taxonomy);

/** How many texts become urgent cases, how many the glance picks, and how many are both. */
async function compare(raws: AsyncIterable<RawText> | Iterable<RawText>) {
  const counts = { texts: 0, urgent: 0, picked: 0, both: 0 };
  for await (const raw of raws) {
    const document = await parseText(raw, intake.cleaning);
    const urgent = route(document, analyse([document])[0]!)?.priority === 'urgent';
    const picked = mayBeUrgent(context, raw);
    counts.texts += 1;
    counts.urgent += Number(urgent);
    counts.picked += Number(picked);
    counts.both += Number(urgent && picked);
  }
  return counts;
}

async function* sample(): AsyncGenerator<RawText> {
  for await (const file of walk([join(packageRoot, 'samples/telecoms')])) {
    if ('reason' in file) continue;
    const { name, modifiedAt, mapping } = file;
    for await (const item of readTexts(
      { name, modifiedAt, stream: file.open() },
      { largestTextMegabytes: 25, mapping },
    )) {
      if (!('reason' in item)) yield item;
    }
  }
}

function* invented(): Generator<RawText> {
  for (const { text } of generateTexts(3, 2000)) yield rawText(text);
}

describe('mayBeUrgent', () => {
  it('picks every urgent text of the sample, whatever its format, and few others', async () => {
    const { texts, urgent, picked, both } = await compare(sample());
    expect(urgent).toBeGreaterThan(15);
    expect(both).toBe(urgent);
    expect(picked - both).toBeLessThan(texts * 0.02);
  });

  it('picks nearly every urgent one of invented texts, and few others', async () => {
    const { texts, urgent, picked, both } = await compare(invented());
    expect(urgent).toBeGreaterThan(50);
    expect(both / urgent).toBeGreaterThan(0.99);
    expect(picked - both).toBeLessThan(texts * 0.05);
  });
});
