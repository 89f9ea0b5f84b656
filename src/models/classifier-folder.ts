import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Scorer, TrainedModel } from '../classify/learn/model.ts';
import { version } from '../version.ts';
import { type ModelCard, makeCard } from './card.ts';
import { type NumberArray, packArrays, unpackArrays } from './pack-arrays.ts';

/** Where examples came from, for the card: a file with its hash, corrections … */
export interface ExampleSource {
  name: string;
  sha256: string;
  licence?: string;
}

/**
 * Writes a model into a folder: `card.json` for people, `weights.bin`, `metrics.json`. Everything is written beside the
 * folder first and then put in its place, so that nothing half-written is ever found there.
 * @throws Error where the folder holds something that is no model.
 */
export async function writeClassifier(
  folder: string,
  model: TrainedModel,
  sources: ExampleSource[],
): Promise<ModelCard> {
  const target = resolve(folder);
  await refuseStranger(target);
  const beside = join(dirname(target), `.${basename(target)}-${randomBytes(6).toString('hex')}`);
  const weights = packModel(model);
  const metrics = Buffer.from(`${JSON.stringify(model.quality, null, 1)}\n`);
  const files = { 'weights.bin': sha256(weights), 'metrics.json': sha256(metrics) };
  const card = makeCard(basename(target), model, sources, files, version);
  await mkdir(beside, { recursive: true });
  try {
    await writeFile(join(beside, 'weights.bin'), weights);
    await writeFile(join(beside, 'metrics.json'), metrics);
    await writeFile(join(beside, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
    await replaceFolder(beside, target);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return card;
}

/**
 * Reads a model's folder.
 * @throws Error that names the file that is missing, truncated or altered.
 */
export async function readClassifier(folder: string): Promise<{ card: ModelCard; model: TrainedModel }> {
  const card = await readCard(folder);
  for (const [name, hash] of Object.entries(card.files)) {
    const found = sha256(await readPart(folder, name));
    if (found !== hash) {
      throw new Error(
        `${join(folder, name)} is not the file that card.json names: its SHA-256 is ${found.slice(0, 12)}…, ` +
          `it should be ${hash.slice(0, 12)}…. The folder was truncated or altered; copy it anew, or train again.`,
      );
    }
  }
  const quality = JSON.parse((await readPart(folder, 'metrics.json')).toString()) as TrainedModel['quality'];
  return { card, model: unpackModel(card, await readPart(folder, 'weights.bin'), quality) };
}

async function readCard(folder: string): Promise<ModelCard> {
  const path = join(folder, 'card.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${folder} is no folder of a trained model: it has no card.json. "earshot train" makes one.`, {
      cause,
    });
  });
  const card = parseCard(text);
  if (card?.format === 'earshot-classifier-1') return card;
  throw new Error(`${path} is not the card of a classifier that this version of Earshot reads; train it again.`);
}

function parseCard(text: string): ModelCard | null {
  try {
    return JSON.parse(text) as ModelCard;
  } catch {
    // JSON.parse has no other way to say that the card was cut short.
    return null;
  }
}

async function readPart(folder: string, name: string): Promise<Buffer> {
  return readFile(join(folder, name)).catch((cause: unknown) => {
    throw new Error(`${join(folder, name)} is missing; copy the folder anew, or train again.`, { cause });
  });
}

async function refuseStranger(target: string): Promise<void> {
  const entries = await readFolder(target);
  if (entries.length === 0 || entries.includes('card.json')) return;
  throw new Error(`${target} holds something that is no model; name a folder of its own with --out.`);
}

async function readFolder(path: string): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  return readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** A folder cannot be renamed over another that holds files: the old one steps aside first. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const old = `${from}-old`;
  await mkdir(dirname(to), { recursive: true });
  const moved = await rename(to, old).then(
    () => true,
    () => false,
  );
  await rename(from, to);
  if (moved) await rm(old, { recursive: true, force: true });
}

function packModel({ vocabulary, byWords, byAll }: TrainedModel): Uint8Array {
  const arrays: Record<string, NumberArray> = { hashes: vocabulary.hashes, idf: vocabulary.idf };
  for (const [name, scorer] of Object.entries({ words: byWords, all: byAll })) {
    if (!scorer) continue;
    arrays[`${name}.scales`] = scorer.weights.scales;
    arrays[`${name}.values`] = scorer.weights.values;
  }
  return packArrays(arrays);
}

function unpackModel(card: ModelCard, bytes: Uint8Array, quality: TrainedModel['quality']): TrainedModel {
  const arrays = unpackArrays(bytes);
  const labels = card.labels.map(({ name }) => name);
  const scorer = (name: string, abstainBelow: number): Scorer => {
    const scales = arrays[`${name}.scales`] as Float32Array;
    const values = arrays[`${name}.values`] as Int8Array;
    return { abstainBelow, weights: { width: scales.length, labels: labels.length, scales, values } };
  };
  const { words, wordsAndEmbeddings } = card.abstainBelow;
  return {
    labels,
    counts: card.labels.map(({ examples }) => examples),
    multi: card.severalLabels,
    examples: card.examples,
    vocabulary: { hashes: arrays.hashes as Uint32Array, idf: arrays.idf as Float32Array },
    experts: card.experts,
    byWords: scorer('words', words),
    byAll: wordsAndEmbeddings === null ? null : scorer('all', wordsAndEmbeddings),
    cascadeFrom: card.cascadeFrom,
    embedder: card.embedder,
    settings: card.settings,
    quality,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
