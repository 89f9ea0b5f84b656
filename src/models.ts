import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Models } from './classify/models.ts';
import type { SentimentModel } from './classify/sentiment/scorer.ts';
import { parseTaxonomy } from './classify/taxonomy.ts';
import { openEmbedder } from './models/embedder.ts';
import { modelsInUse } from './models/models-in-use.ts';
import type { IntakePipeline } from './pipeline.ts';
import type { Taxonomy } from './types.ts';

export { extendModels } from './classify/extend-models.ts';
export type { Models } from './classify/models.ts';

/** What every trade shares: complaint, wish to leave, urgency … */
const signals = 'signals';

/**
 * Reads `models/` under `root`: the named taxonomy joined with the signals that all share, and the lexicons of feeling.
 * @param trained the trained models that the intake names, the folder of what they fetch and cache, and the settings that
 *   shape an analysis: a change of them makes other versions, as one of a model does.
 * @throws Error that lists the taxonomies there are, or names file and line of what cannot be read.
 */
export async function loadModels(
  root: string,
  taxonomyName: string,
  trained: { models?: IntakePipeline['models']; dataDir: string; settings?: IntakePipeline } = { dataDir: root },
): Promise<Models> {
  const taxonomy = await loadTaxonomy(root, taxonomyName);
  const shared = await loadTaxonomy(root, signals);
  const en = await loadSentiment(root, 'en');
  const zh = await loadSentiment(root, 'zh');
  const joined = joinTaxonomies(taxonomy, shared);
  const { uses, versions } = await modelsInUse(root, trained.models, joined);
  const examples = joined.categories.some(({ examples: own }) => own)
    ? await openEmbedder(join(trained.dataDir, 'models'))
    : null;
  return {
    taxonomy: joined,
    sentiment: { en: en.model, zh: zh.model },
    ...(uses.length > 0 && { classifiers: { uses, dataDir: trained.dataDir } }),
    ...(examples && { examples: { name: examples.name, sha256: examples.sha256, dataDir: trained.dataDir } }),
    versions: {
      [`taxonomy ${taxonomy.name}`]: taxonomy.version,
      [`taxonomy ${shared.name}`]: shared.version,
      'sentiment en': en.version,
      'sentiment zh': zh.version,
      'wink-eng-lite-web-model': packageVersion('wink-eng-lite-web-model'),
      ...versions,
      ...(examples && { [`embeddings ${examples.name}`]: examples.sha256 }),
      ...(trained.settings && { 'pipelines/intake.ts': settingsVersion(trained.settings, examples !== null) }),
    },
  };
}

/**
 * Of the settings that shape what is made of a stored text. How mails are cleaned is none: that is done once, as they
 * arrive, and no new analysis undoes it.
 */
function settingsVersion({ listenTo, grades, complaint, examples }: IntakePipeline, hasExamples: boolean): string {
  return sha256(JSON.stringify([listenTo, grades, complaint, ...(hasExamples ? [examples] : [])])).slice(0, 16);
}

async function loadTaxonomy(root: string, name: string): Promise<Taxonomy> {
  const folder = join(root, 'models', 'taxonomies');
  const path = join(folder, name, 'taxonomy.yaml');
  const isName = /^[a-z0-9][a-z0-9-]*$/.test(name);
  if (isName && existsSync(path))
    return parseTaxonomy(await readFile(path, 'utf8'), `models/taxonomies/${name}/taxonomy.yaml`);
  const known = await taxonomyNames(folder);
  throw new Error(`There is no taxonomy "${name}" under models/taxonomies; choose one of: ${known.join(', ')}.`);
}

/** The version is that of the card, which a change of the rules raises, and of the files' content. */
async function loadSentiment(root: string, language: string): Promise<{ model: SentimentModel; version: string }> {
  const folder = join(root, 'models', 'sentiment', language);
  const { version } = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as { version: string };
  const lexicon = await readFile(join(folder, 'lexicon.tsv'), 'utf8');
  const weightsPath = join(folder, 'weights.tsv');
  const weights = existsSync(weightsPath) ? await readFile(weightsPath, 'utf8') : undefined;
  return {
    model: { lexicon, ...(weights !== undefined && { weights }) },
    version: `${version}-${sha256(lexicon + (weights ?? '')).slice(0, 16)}`,
  };
}

async function taxonomyNames(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => name !== signals && existsSync(join(folder, name, 'taxonomy.yaml'))).sort();
}

/** @throws Error where both have a category of the same id. */
function joinTaxonomies(own: Taxonomy, shared: Taxonomy): Taxonomy {
  const ids = new Set(shared.categories.map(({ id }) => id));
  const double = own.categories.find(({ id }) => ids.has(id));
  if (double) {
    throw new Error(
      `The taxonomy "${own.name}" has a category "${double.id}", which models/taxonomies/${shared.name} has already.`,
    );
  }
  return {
    ...own,
    version: sha256(own.version + shared.version),
    categories: [...own.categories, ...shared.categories],
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function packageVersion(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return String((manifest as { version: string }).version);
}
