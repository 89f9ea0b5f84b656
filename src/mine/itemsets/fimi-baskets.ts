import { mostItems, type VisitBasket } from './baskets.ts';

const lineFeed = 10;
const blanks = new Set([9, 13, 32]);
const byteOrderMark = [0xef, 0xbb, 0xbf];

/**
 * Reads transactions as the FIMI repository writes them: one a line, items as whole numbers with blanks between. Empty
 * lines are passed over. Holds one transaction at a time.
 * @throws Error that names the line, for anything but numbers and blanks, and for lines of more than a million items.
 */
export async function readFimiBaskets(chunks: AsyncIterable<Uint8Array>, visit: VisitBasket): Promise<void> {
  const reader = createLineReader(visit);
  let first = true;
  for await (const chunk of chunks) {
    const marked = first && byteOrderMark.every((byte, index) => chunk[index] === byte);
    reader.read(marked ? chunk.subarray(3) : chunk);
    first = false;
  }
  reader.end();
}

function createLineReader(visit: VisitBasket): { read(chunk: Uint8Array): void; end(): void } {
  const items: number[] = [];
  let count = 0;
  let line = 1;
  /** The number being read, or −1 between numbers. */
  let value = -1;

  const endItem = (): void => {
    if (value < 0) return;
    if (value > Number.MAX_SAFE_INTEGER) throw new Error(`Line ${line} holds an item number of more than 15 digits.`);
    if (count === mostItems) throw new Error(`Line ${line} holds more than ${mostItems} items.`);
    items[count++] = value;
    value = -1;
  };
  const endLine = (): void => {
    endItem();
    if (count > 0) visit(items, count);
    count = 0;
    line += 1;
  };
  const read = (chunk: Uint8Array): void => {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (byte >= 48 && byte <= 57) value = (value < 0 ? 0 : value * 10) + byte - 48;
      else if (byte === lineFeed) endLine();
      else if (blanks.has(byte)) endItem();
      else throw new Error(notANumber(line, byte));
    }
  };
  return { read, end: endLine };
}

function notANumber(line: number, byte: number): string {
  const seen = byte > 32 && byte < 127 ? `"${String.fromCharCode(byte)}"` : `the byte ${byte}`;
  return (
    `Line ${line} holds ${seen}; a FIMI file holds whole numbers with spaces between, one transaction a line. ` +
    'For items that are names, use a CSV file, one transaction a line.'
  );
}
