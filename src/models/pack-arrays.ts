const kinds = { u8: Uint8Array, i8: Int8Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array } as const;
type Kind = keyof typeof kinds;
export type NumberArray = Uint8Array | Int8Array | Uint32Array | Int32Array | Float32Array;

/**
 * Puts arrays of numbers one after the other into a file: a line of JSON that names them, then their bytes, each array
 * aligned to 8. Little-endian, as all machines are that Node runs on today.
 */
export function packArrays(arrays: Record<string, NumberArray>): Uint8Array {
  const parts = Object.entries(arrays).map(([name, array]) => ({
    name,
    kind: kindOf(array),
    length: array.length,
    array,
  }));
  const head = Buffer.from(`${JSON.stringify(parts.map(({ name, kind, length }) => ({ name, kind, length })))}\n`);
  const size = parts.reduce((sum, { array }) => align(sum) + array.byteLength, head.length);
  const bytes = new Uint8Array(size);
  bytes.set(head);
  let at = head.length;
  for (const { array } of parts) {
    at = align(at);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** @throws Error where the bytes are not what `packArrays` made. */
export function unpackArrays(bytes: Uint8Array): Record<string, NumberArray> {
  const end = bytes.indexOf(10);
  if (end < 0) throw new Error('The file of weights has no line that says what it holds.');
  const parts = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as {
    name: string;
    kind: Kind;
    length: number;
  }[];
  const arrays: Record<string, NumberArray> = {};
  let at = end + 1;
  for (const { name, kind, length } of parts) {
    at = align(at);
    const Kind = kinds[kind];
    const size = length * Kind.BYTES_PER_ELEMENT;
    if (at + size > bytes.length) throw new Error(`The file of weights ends before "${name}" does.`);
    // Copied, since an array of floats must begin at a multiple of 4 in its memory; `slice` of a Buffer copies nothing.
    arrays[name] = new Kind(Uint8Array.from(bytes.subarray(at, at + size)).buffer);
    at += size;
  }
  return arrays;
}

function align(at: number): number {
  return Math.ceil(at / 8) * 8;
}

function kindOf(array: NumberArray): Kind {
  const found = Object.entries(kinds).find(([, Kind]) => array instanceof Kind);
  return found![0] as Kind;
}
