import type { RawText, SurveyMapping } from '../../types.ts';
import { readJsonLine } from '../survey/json-line.ts';
import type { ByteQueue } from './byte-queue.ts';
import { endOfLine, streamOversize, tooLarge } from './oversize.ts';
import type { SetAside } from './set-aside.ts';
import type { TextWrapper } from './wrap-texts.ts';

/**
 * Splits JSON Lines into its lines. A line without a word in any of the answer fields is passed over uncounted, as with
 * rows; a line that is no JSON object is set aside.
 */
export async function* splitLines(
  queue: ByteQueue,
  texts: TextWrapper,
  largestBytes: number,
  mapping: SurveyMapping,
): AsyncGenerator<RawText | SetAside> {
  let from = 0;
  for (let number = 1; queue.bytes.length > 0 || (await queue.more()); ) {
    const place = `#line ${number}`;
    const found = endOfLine(queue.bytes, from, queue.ended);
    if (found.end === null && queue.bytes.length <= largestBytes) {
      from = found.sure;
      await queue.more();
      continue;
    }
    if (found.end === null || found.end > largestBytes) {
      const large = streamOversize(queue, endOfLine);
      const beginning = queue.bytes.subarray(0, largestBytes);
      yield texts.asideStreamed(beginning, large.parts, place, tooLarge(largestBytes, 'line'));
      await large.skipRest();
    } else {
      const line = withoutBreak(queue.take(found.end));
      const text = line.length === 0 ? null : readOrSetAside(line, texts, place, number, mapping);
      if (text) yield text;
    }
    [from, number] = [0, number + 1];
  }
}

function readOrSetAside(line: Buffer, texts: TextWrapper, place: string, number: number, mapping: SurveyMapping) {
  const record = readJsonLine(line.toString('utf8'));
  if (!record) return texts.aside(line, place, `Line ${number} is not a JSON object.`);
  return mapping.text.some((field) => record.get(field)?.trim()) ? texts.read(line, place) : null;
}

function withoutBreak(line: Buffer): Buffer {
  let end = line.length;
  while (end > 0 && line[end - 1]! <= 32) end--;
  const start = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf ? 3 : 0;
  return line.subarray(start, Math.max(start, end));
}
