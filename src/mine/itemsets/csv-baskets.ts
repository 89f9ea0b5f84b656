import { CsvError, parse } from 'csv-parse/sync';
import { mostItems, type VisitBasket } from './baskets.ts';

/** A longer line is taken for a file of another kind. */
const longestLine = 16_000_000;

/**
 * Reads transactions from CSV: one a line, its cells the items, as many as there are; no header line. Blanks around an
 * item, empty cells and empty lines are passed over. Holds one transaction at a time.
 * @throws Error that names the line, for broken quotes, bytes that are no UTF-8 text, and lines beyond all measure.
 */
export async function readCsvBaskets(chunks: AsyncIterable<Uint8Array>, visit: VisitBasket): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let rest = '';
  const readLine = (text: string): void => {
    const items = itemsOf(text, line);
    if (items.length > mostItems) throw new Error(`Line ${line} holds more than ${mostItems} items.`);
    if (items.length > 0) visit(items, items.length);
    line += 1;
  };
  for await (const chunk of chunks) {
    const lines = decode(decoder, chunk, line).split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop() ?? '';
    for (const text of lines) readLine(text);
    if (rest.length > longestLine) throw new Error(`Line ${line} is longer than ${longestLine} characters.`);
  }
  readLine(rest + decode(decoder, null, line));
}

/** Decodes what came, or the end. A NUL means UTF-16 or no text at all. */
function decode(decoder: TextDecoder, chunk: Uint8Array | null, line: number): string {
  try {
    const text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    if (!text.includes('\u0000')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new Error(`At line ${line} or soon after stand bytes that are no UTF-8 text; save the file as CSV in UTF-8.`);
}

/** The cells of one line. Only lines with quotes need a parser, and it is forty times slower than splitting. */
function itemsOf(text: string, line: number): string[] {
  const cells = text.includes('"') ? quotedCells(text, line) : text.split(',');
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}

function quotedCells(text: string, line: number): string[] {
  try {
    const [cells = []] = parse(text, { trim: true, relax_column_count: true }) as string[][];
    return cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Error(
      `Line ${line} has quotes that do not match; an item with a comma stands in "…", and a quote within it is doubled.`,
      { cause: error },
    );
  }
}
