import type { Channel, Format } from '../../types.ts';

interface JsonKind {
  format: Format;
  channel: Channel;
  split: 'lines' | 'whole';
}

/** Keys by which a JSON file shows that it holds a call: Contact Lens, Call Analytics, and plain lists of turns. */
const callKey = /"(?:Transcript|Participants|ConversationAnalytics|SpeechSegments|ParticipantRole|ParticipantId)"\s*:/;
const turnKeys = /"(?:speaker|role|participant|from)"\s*:/i;
const wordKeys = /"(?:text|content|message|utterance)"\s*:/i;

const unknown = 'The file is JSON, but neither the transcript of a call nor answers one JSON object a line.';

/**
 * Tells one call written as JSON from survey answers written a JSON object a line.
 * A lone object with objects or lists in it is answers only where the file's name says so (`.jsonl`).
 * @param head the beginning of the file, of which the first mark is `{` or `[`.
 */
export function recogniseJson(head: string, ended: boolean, name: string): JsonKind | { reason: string } {
  const call: JsonKind = { format: 'contact-lens', channel: 'call', split: 'whole' };
  const lines = head.trim().split(/\r?\n/);
  const [first = ''] = lines;
  if (head.trimStart().startsWith('[')) {
    if (callKey.test(head) || (turnKeys.test(head) && wordKeys.test(head))) return call;
    return {
      reason: 'The file is a JSON list, but not of the turns of a call; answers are read one JSON object a line.',
    };
  }
  const whole = isObject(first);
  const lone = lines.length === 1 && ended;
  if (looksLikeCall(head) && (lone || !whole)) return call;
  const flat = !/[{[]/.test(first.slice(1)) || /\.(jsonl|ndjson)$/i.test(name);
  if (lone && whole && !flat) return { reason: unknown };
  if (whole || (lines.length === 1 && !ended)) return { format: 'jsonl', channel: 'survey', split: 'lines' };
  if (/^\{.*\}\s*$/.test(lines[1] ?? '')) return { format: 'jsonl', channel: 'survey', split: 'lines' };
  return { reason: unknown };
}

function looksLikeCall(head: string): boolean {
  return callKey.test(head) || /"Content"\s*:\s*"[^"]{0,80}(?:Agent|Customer|Caller)[^"]{0,10}:/i.test(head);
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object' && line.trimStart().startsWith('{');
  } catch {
    // JSON.parse has no other way to say that a line is no JSON.
    return false;
  }
}
