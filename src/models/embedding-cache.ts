import { createHash } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../classify/learn/model.ts';

const keyBytes = 16;
/** About 150 MB of vectors of 384 numbers; a full cache is begun anew. */
const mostRecords = 100_000;

/**
 * The same embedder, that remembers: vectors are kept in a file under the data directory, by a hash of their texts, so that
 * training again on nearly the same texts, or classifying what was seen, takes no time.
 */
export function withCache(embedder: Embedder, dataDir: string): Embedder {
  let file: CacheFile | undefined;
  return {
    ...embedder,
    async embed(texts, onDone) {
      file ??= openCache(join(dataDir, 'embeddings'), embedder);
      const vectors: Float32Array[] = [];
      for (const text of texts) {
        const key = createHash('sha256').update(text).digest().subarray(0, keyBytes);
        let vector = file.get(key);
        if (!vector) {
          [vector] = (await embedder.embed([text])) as [Float32Array];
          file.add(key, vector);
        }
        vectors.push(vector);
        await onDone?.(vectors.length);
      }
      return vectors;
    },
  };
}

interface CacheFile {
  get(key: Buffer): Float32Array | null;
  add(key: Buffer, vector: Float32Array): void;
}

/** Records of one length each: a key, then the numbers. What a crash cut short at the end is cut off. */
function openCache(folder: string, { sha256, width }: Embedder): CacheFile {
  mkdirSync(folder, { recursive: true });
  const record = keyBytes + width * 4;
  const fd = openSync(join(folder, `${sha256.slice(0, 16)}.bin`), 'a+');
  process.once('exit', () => closeSync(fd));
  const places = new Map<string, number>();
  let count = Math.floor(fstatSync(fd).size / record);
  ftruncateSync(fd, count * record);
  const key = Buffer.alloc(keyBytes);
  for (let at = 0; at < count; at += 1) {
    readSync(fd, key, 0, keyBytes, at * record);
    places.set(key.toString('latin1'), at);
  }
  return {
    get(wanted) {
      const at = places.get(wanted.toString('latin1'));
      if (at === undefined) return null;
      const bytes = new Uint8Array(width * 4);
      readSync(fd, bytes, 0, bytes.length, at * record + keyBytes);
      return new Float32Array(bytes.buffer);
    },
    add(added, vector) {
      if (count >= mostRecords) {
        ftruncateSync(fd, 0);
        places.clear();
        count = 0;
      }
      writeSync(fd, Buffer.concat([added, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]));
      places.set(added.toString('latin1'), count);
      count += 1;
    },
  };
}
