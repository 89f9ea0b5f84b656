import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { intake } from '../../pipelines/intake.ts';
import { createAnalyser } from '../../src/classify/analyse.ts';
import { packageRoot } from '../../src/config.ts';
import { loadModels } from '../../src/models.ts';
import { document } from './support.ts';

const data = join(packageRoot, '..', 'shared', 'data');

/** The share of texts that name a topic, product or cause of the taxonomy, and the share that complains. */
async function shares(taxonomy: string, texts: string[]) {
  const analyse = createAnalyser(await loadModels(packageRoot, taxonomy), intake);
  const analyses = analyse(texts.map((text) => document(text)));
  const share = (has: (analysis: (typeof analyses)[number]) => boolean) => analyses.filter(has).length / texts.length;
  return {
    topic: share(({ categories }) => categories.some(({ facet }) => /^(?:topic|product|cause)$/.test(facet))),
    complaint: share(({ categories }) => categories.some(({ category }) => category === 'signal.complaint')),
  };
}

function column(path: string, name: string): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(data, path)), { columns: true, relax_quotes: true });
  return rows.flatMap((row) => row[name] || []);
}

describe.skipIf(!existsSync(data))('public data sets (skipped where ../shared/data is absent)', () => {
  it('name a topic in most complaints to a telecoms company', async () => {
    const titles = column('complaints/comcast/Comcast_telecom_complaints_data.csv', 'Customer Complaint');
    // One title in eight is the company's name and nothing else.
    const saying = titles.filter((title) =>
      /[a-z]/i.test(title.replace(/comcast|xfinity|complaints?|issues?|against|about|with/gi, '')),
    );
    expect((await shares('telecoms', saying)).topic).toBeGreaterThan(0.85);
  });

  it('name a topic in most questions to a bank, few of which are complaints', async () => {
    const { topic, complaint } = await shares(
      'banking',
      column('intents/banking77/train.csv', 'text').filter((_, i) => i % 8 === 0),
    );
    expect(topic).toBeGreaterThan(0.85);
    expect(complaint).toBeLessThan(0.35);
  });

  it('are complaints where a regulator received them as such, and praise is none', async () => {
    const narratives = column('complaints/cfpb/narratives_product.csv', 'Consumer complaint narrative').slice(0, 200);
    expect((await shares('banking', narratives)).complaint).toBeGreaterThan(0.7);
    const reviews: Record<string, string>[] = parse(readFileSync(join(data, 'surveys/womens-clothing/reviews.csv')), {
      columns: true,
    });
    const happy = reviews.filter(({ Rating }) => Rating === '5').flatMap((row) => row['Review Text'] || []);
    expect((await shares('retail', happy.slice(0, 500))).complaint).toBeLessThan(0.08);
  });
});
