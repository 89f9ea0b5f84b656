import { attributionLength, endsInWrote, headerKind, isForwardRule, isOriginalRule } from './quote-marks.ts';

/** Forwards within forwards are unpacked this deep. */
const DEEPEST_FORWARD = 5;

/**
 * Leaves out the earlier mails that a reply quotes: lines marked `>`, all after `On … wrote:`, `-----Original
 * Message-----` or Outlook's `From: Sent: To: Subject:`. Words below a quote marked `>` stay, and so does a forwarded
 * mail (without its marks): it is what the sender wants read. A quote that stands at the very top without marks stays
 * too, since nothing tells where it ends.
 * @param isForward whether the subject says that the mail is forwarded ("FW: …").
 */
export function dropQuotes(text: string, isForward: boolean): string {
  const own = ownLines(text.split('\n'), isForward, 0).join('\n');
  return own.replace(/\n{3,}/g, '\n\n').trim();
}

function ownLines(lines: string[], isForward: boolean, depth: number): string[] {
  const kept: string[] = [];
  const blank = () => kept.every((line) => line.trim() === '');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.trim();
    if (depth < DEEPEST_FORWARD && isForwardRule(line.replace(/^>\s*/, ''))) {
      return [...kept, '', ...ownLines(forwardedLines(lines.slice(at + 1)), false, depth + 1)];
    }
    const notes = isNotesHeader(lines, at);
    // Without the sender's name on the line of the date, it stands on the line above.
    if (notes && /^\d/.test(line)) kept.pop();
    if (notes || isOriginalRule(line) || headerBlockLength(lines, at) > 0) {
      if ((!isForward && !blank()) || depth >= DEEPEST_FORWARD) break;
      return [...kept, '', ...ownLines(forwardedLines(lines.slice(at)), false, depth + 1)];
    }
    const attribution = attributionLength(lines, at);
    if (attribution > 0) {
      if (!quoteFollows(lines, at + attribution) && !blank()) break;
      at += attribution - 1;
    } else if (endsInWrote(line) && quoteFollows(lines, at + 1)) {
      // "Anna wrote:" says nothing else when a quote marked `>` follows at once.
    } else if (!line.startsWith('>') && !isRuleBeforeBlock(lines, at)) kept.push(lines[at]!);
  }
  return kept;
}

function quoteFollows(lines: string[], from: number): boolean {
  return lines[nextWritten(lines, from)]?.trim().startsWith('>') ?? false;
}

/** Index of the first line from here on that is not blank; only the next few are looked at. */
function nextWritten(lines: string[], from: number): number {
  let at = from;
  while (at < from + 5 && lines[at]?.trim() === '') at++;
  return at;
}

/** Outlook draws a line of underscores before the headers of the mail that it quotes. */
function isRuleBeforeBlock(lines: string[], at: number): boolean {
  if (!/^[_=-]{8,}$/.test(lines[at]!.trim())) return false;
  const next = nextWritten(lines, at + 1);
  return next < lines.length && (headerBlockLength(lines, next) > 0 || isOriginalRule(lines[next]!.trim()));
}

/** Lines of a block such as `From: … Sent: … To: … Subject: …` at this place; 0 where there is none. */
function headerBlockLength(lines: string[], from: number): number {
  if (headerKind(lines[from]!) === null) return 0;
  const kinds = new Set<string>();
  let strange = 0;
  let at = from;
  for (; at < lines.length && at < from + 20 && strange <= 4; at++) {
    const line = lines[at]!.trim();
    const kind = headerKind(line);
    // HTML mails may have a blank line between headers, and long lists of addresses run over lines.
    if (kind) kinds.add(kind);
    else if (line === '' && headerKind(lines[at + 1]?.trim() ?? '') === null) break;
    else if (line !== '') strange++;
  }
  return kinds.has('from') && kinds.size >= 3 && (kinds.has('subject') || kinds.has('date')) ? at - from : 0;
}

/** Lotus Notes quotes as `Anna Berg on 11/15/2000 06:10 PM`, then `To: … cc: … Subject: …`. */
function isNotesHeader(lines: string[], at: number): boolean {
  const line = lines[at]!.trim();
  if (line.length > 120 || !/\d{1,2}[/.]\d{1,2}[/.]\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?$/.test(line))
    return false;
  const below = lines.slice(at + 1, at + 10).map((each) => headerKind(each.trim()));
  const first = below.findIndex((kind) => kind !== null);
  return first >= 0 && first <= 3 && below[first] === 'to' && below.includes('subject');
}

/** A forwarded mail without `>` marks on all its lines, and without the headers that lead it. */
function forwardedLines(lines: string[]): string[] {
  const written = lines.filter((line) => line.trim() !== '');
  const marked = written.filter((line) => line.trimStart().startsWith('>')).length;
  const plain = marked > written.length * 0.8 ? lines.map((line) => line.replace(/^\s*> ?/, '')) : lines;
  let at = 0;
  let headers = 0;
  for (; at < plain.length && at < 30; at++) {
    const line = plain[at]!.trim();
    if (headerKind(line)) headers++;
    else if (line === '' && headers > 0 && headerKind(plain[at + 1]?.trim() ?? '') === null) break;
    else if (line !== '' && headers === 0 && at > 4) break;
  }
  return headers > 0 ? plain.slice(at) : plain;
}
