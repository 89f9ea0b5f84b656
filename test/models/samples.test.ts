import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { createUnderstanding, textsOf, type Understood } from '../../src/cli/understand.ts';
import { packageRoot } from '../../src/config.ts';

const samples = join(packageRoot, 'samples');
/** What each text was written to say. */
const labels: Record<string, string>[] = parse(readFileSync(join(samples, 'labels.csv')), { columns: true });

/** A topic of the labels, the category that should see it, and the least recall and precision that will do. */
const topics: [topic: string, category: string, recall: number, precision: number][] = [
  ['priceRise', 'billing.price_rise', 0.8, 0.9],
  ['waiting', 'service.long_wait', 0.7, 0.9],
  ['competitor', 'signal.competitor', 0.85, 0.9],
  ['leave', 'signal.leave', 0.8, 0.9],
  ['missedEngineer', 'installation.missed_appointment', 0.65, 0.85],
  ['outage', 'internet.outage', 0.75, 0.75],
  ['tvFreezing', 'television.picture', 0.75, 0.9],
  ['slowBroadband', 'internet.speed', 0.75, 0.75],
  ['router', 'equipment.router_fault', 0.6, 0.85],
  ['noSignal', 'mobile.no_signal', 0.75, 0.75],
  ['crossSell', 'signal.buy', 0.85, 0.85],
  ['porting', 'mobile.number_porting', 0.85, 0.85],
  ['directDebit', 'billing.payment_problem', 0.85, 0.9],
];

describe('the telecoms vocabulary on the sample corpus', () => {
  const found: { topics: Set<string>; complains: boolean; categories: Set<string> }[] = [];
  beforeAll(async () => {
    const understand = await createUnderstanding({ taxonomy: 'telecoms', dataDir: tmpdir() });
    const texts = new Map<string, Understood>();
    for await (const item of textsOf([join(samples, 'telecoms')], undefined)) {
      if (!('reason' in item)) texts.set(item.source, await understand(item));
    }
    for (const { source = '', complains_about = '', praises = '' } of labels) {
      const text = texts.get(source.replace(/^telecoms\//, ''));
      if (!text) throw new Error(`labels.csv names "${source}", which is not among the samples.`);
      found.push({
        topics: new Set(`${complains_about} ${praises}`.split(' ')),
        complains: complains_about !== '',
        categories: new Set(text.analysis.categories.map(({ category }) => category)),
      });
    }
  });

  it.each(topics)('finds %s as %s', (topic, category, recall, precision) => {
    const labelled = found.filter((text) => text.topics.has(topic));
    const seen = found.filter((text) => text.categories.has(category));
    const both = labelled.filter((text) => text.categories.has(category)).length;
    expect(both / labelled.length).toBeGreaterThanOrEqual(recall);
    expect(both / seen.length).toBeGreaterThanOrEqual(precision);
  });

  it('tells most complaints from most other texts', () => {
    const share = (complains: boolean) => {
      const texts = found.filter((text) => text.complains === complains);
      return texts.filter(({ categories }) => categories.has('signal.complaint')).length / texts.length;
    };
    expect(share(true)).toBeGreaterThan(0.7);
    expect(share(false)).toBeLessThan(0.15);
  });
});
