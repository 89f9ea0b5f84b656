import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readWeights, weightsFile } from './weights-file.ts';

/** All that a model of embeddings needs. */
const parts = ['config.json', 'tokenizer.json', 'tokenizer_config.json', weightsFile];

export interface FetchOptions {
  /** Address of a model hub, or of a mirror that answers as one does. */
  hub: string;
  /** Told how many bytes of how many have come of the file under way; 0 where the hub does not say how many. */
  onProgress?: (file: string, bytes: number, of: number) => void;
}

/**
 * Downloads a model of embeddings into its folder under `modelsDir`: beside it first, so that half a model is never there.
 * @returns SHA-256 of its weights.
 * @throws Error that says what was asked, what went wrong, and what to do without a network.
 */
export async function fetchModel(modelsDir: string, name: string, { hub, onProgress }: FetchOptions): Promise<string> {
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(name)) {
    throw new Error(
      `"${name}" is no name of a model; it should be an owner and a name, such as Xenova/bge-small-en-v1.5.`,
    );
  }
  const target = join(modelsDir, name);
  const beside = `${target}-${randomBytes(6).toString('hex')}`;
  try {
    for (const part of parts) {
      const url = new URL(`${name}/resolve/main/${part}`, hub.endsWith('/') ? hub : `${hub}/`).href;
      await download(url, join(beside, part), (bytes, of) => onProgress?.(part, bytes, of));
    }
    const { sha256 } = await readWeights(beside, null);
    await rm(target, { recursive: true, force: true });
    await rename(beside, target);
    return sha256;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${name} was not fetched: ${reason} Without a network, copy ${parts.join(', ')} of the model into ${target} yourself.`,
      { cause: error },
    );
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function download(url: string, path: string, onProgress: (bytes: number, of: number) => void): Promise<void> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new Error(`${url} cannot be reached (${reasonOf(cause)}).`, { cause });
  });
  if (!response.ok || !response.body) throw new Error(`${url} answers ${response.status} ${response.statusText}.`);
  const of = Number(response.headers.get('content-length') ?? 0);
  let bytes = 0;
  await mkdir(dirname(path), { recursive: true });
  async function* counted(source: AsyncIterable<Uint8Array>) {
    for await (const chunk of source) {
      bytes += chunk.length;
      onProgress(bytes, of);
      yield chunk;
    }
  }
  await pipeline(Readable.fromWeb(response.body as never), counted, createWriteStream(path));
  if (of > 0 && bytes !== of) throw new Error(`${url} ended after ${bytes} of ${of} bytes.`);
}

/** `fetch` says no more than "fetch failed"; its cause says why. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
