import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the weights of a model lie below its folder. */
export const weightsFile = join('onnx', 'model_quantized.onnx');

/**
 * States in the middle of the network: nearer to the words than its last ones, which were trained to tell what a text is
 * about, and so better at how it is said. The name is the one that exports of this kind of network give them.
 */
export const middleStates = '/encoder/layer.3/output/LayerNorm/Add_1_output_0';

/**
 * Reads a model's weights and checks that they are what they should be.
 * @throws Error that names the file and both hashes.
 */
export async function readWeights(folder: string, wanted: string | null): Promise<{ bytes: Buffer; sha256: string }> {
  const path = join(folder, weightsFile);
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (wanted !== null && sha256 !== wanted) {
    throw new Error(
      `${path} does not hold the weights that it should: their SHA-256 is ${sha256}, it should be ${wanted}. ` +
        'They were altered or are of another version; install or fetch them anew.',
    );
  }
  return { bytes, sha256 };
}

/**
 * The same network with one more output. ONNX files are protocol buffers, in which a field that comes twice is merged: a
 * graph (7) with an output (12) that has a name (1) and is a tensor (2 → 1) of float numbers (1 = 1) adds that output.
 */
export function addOutput(bytes: Buffer, name: string): Buffer {
  const type = field(2, field(1, Buffer.from([8, 1])));
  const output = field(12, Buffer.concat([field(1, Buffer.from(name)), type]));
  return Buffer.concat([bytes, field(7, output)]);
}

/** A field of bytes: its number and kind, its length, the bytes. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
  return Buffer.from([...bytes, rest]);
}
