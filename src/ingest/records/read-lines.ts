import type { ByteQueue } from '../split/byte-queue.ts';
import { readJsonLine } from '../survey/json-line.ts';
import type { DataRecord, Records } from './read-records.ts';

/** A longer line is no record, and would not fit into memory. */
const longestLine = 32 * 2 ** 20;

/** JSON Lines: one object a line; lists and nested objects as `readJsonLine` tells. Blank lines are passed over. */
export function readLines(queue: ByteQueue): Records {
  const seen = queue.bytes.toString('utf8').split('\n').slice(0, 100);
  const columns = new Set(seen.flatMap((line) => [...(readJsonLine(line)?.keys() ?? [])]));
  return { columns: [...columns], records: linesOf(queue) };
}

async function* linesOf(queue: ByteQueue): AsyncGenerator<DataRecord> {
  try {
    let from = 0;
    for (let number = 1; queue.bytes.length > 0 || (await queue.more()); ) {
      const end = queue.bytes.indexOf(10, from);
      if (end < 0 && !queue.ended) {
        from = queue.bytes.length;
        if (from > longestLine) throw new Error(`Line ${number} is longer than ${longestLine / 2 ** 20} MB.`);
        await queue.more();
        continue;
      }
      const line = queue.take(end < 0 ? queue.bytes.length : end + 1).toString('utf8');
      if (line.trim() !== '') yield recordOf(line, number);
      [from, number] = [0, number + 1];
    }
  } finally {
    await queue.close();
  }
}

function recordOf(line: string, number: number): DataRecord {
  const fields = readJsonLine(line);
  if (!fields) return { number, fault: `Line ${number} is not a JSON object.` };
  return { number, value: (column) => fields.get(column) ?? '' };
}
