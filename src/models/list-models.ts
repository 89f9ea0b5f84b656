import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelCard } from './card.ts';
import { bundledRoot, openEmbedder } from './embedder.ts';
import { weightsFile } from './weights-file.ts';

/** A model of embeddings that is here, or why it cannot be used. */
export interface ListedEmbedder {
  name: string;
  folder: string;
  width: number | null;
  sha256: string | null;
  problem: string | null;
}

/** A trained classifier that is here. */
export interface ListedClassifier {
  folder: string;
  version: string;
  examples: number;
  labels: number;
  accuracy: number;
  embedder: string | null;
}

/** The models of embeddings: those that were fetched into `modelsDir`, and the one that comes along. */
export async function listEmbedders(modelsDir: string): Promise<ListedEmbedder[]> {
  const found: ListedEmbedder[] = [];
  for (const root of [modelsDir, bundledRoot()]) {
    for (const name of await namesIn(root)) {
      const folder = join(root, name);
      const opened = await openEmbedder(root, name).catch((error: Error) => error);
      found.push(
        opened instanceof Error
          ? { name, folder, width: null, sha256: null, problem: opened.message }
          : { name, folder, width: opened.width, sha256: opened.sha256, problem: null },
      );
    }
  }
  return found;
}

/** The classifiers in the folders of a folder. */
export async function listClassifiers(folder: string): Promise<ListedClassifier[]> {
  const found: ListedClassifier[] = [];
  for (const name of await foldersIn(folder)) {
    const path = join(folder, name, 'card.json');
    if (!existsSync(path)) continue;
    const card = JSON.parse(await readFile(path, 'utf8')) as ModelCard;
    if (card.format !== 'earshot-classifier-1') continue;
    const { accuracy } = card.quality.wordsAndEmbeddings ?? card.quality.words;
    const { version, examples, labels, embedder } = card;
    found.push({
      folder: join(folder, name),
      version,
      examples,
      labels: labels.length,
      accuracy: accuracy.value,
      embedder: embedder?.name ?? null,
    });
  }
  return found;
}

async function namesIn(root: string): Promise<string[]> {
  const names: string[] = [];
  for (const owner of await foldersIn(root)) {
    for (const name of await foldersIn(join(root, owner))) {
      if (existsSync(join(root, owner, name, weightsFile))) names.push(`${owner}/${name}`);
    }
  }
  return names;
}

async function foldersIn(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
