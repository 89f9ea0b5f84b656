import type { Document, RawText, Role } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { callDocument, type Turn } from './call-document.ts';
import { asList, asNumber, asRecord, asText, type Json } from './json-values.ts';
import { readDialogue } from './parse-dialogue.ts';

/**
 * Reads a call written as JSON: Amazon Contact Lens and Transcribe Call Analytics (`Transcript` with `Participants`),
 * the post-call analytics of its samples (`SpeechSegments`), a list of turns (`[{"speaker": …, "text": …}]`), or an
 * object whose `Content` is a dialogue. Scalars beside the transcript become coded data.
 * @throws Error that says what was expected, where the JSON is broken or holds no turns.
 */
export function parseCallJson(raw: RawText): Document {
  const value = readJson(decodeText(raw.bytes));
  const top = asRecord(value);
  const turns = Array.isArray(value)
    ? listedTurns(value)
    : (contactLens(top) ?? postCall(top) ?? dialogue(top) ?? listed(top));
  if (!turns || turns.length === 0) {
    throw new Error(
      'The JSON holds no turns of a call; expected "Transcript", "SpeechSegments" or a list of {"speaker", "text"}.',
    );
  }
  return callDocument(raw, turns, detailsOf(top));
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The JSON is broken: ${error instanceof Error ? error.message : error}`);
  }
}

function roleOf(said: string): Role | undefined {
  if (/^(agent|supervisor|system|bot)$/i.test(said)) return 'agent';
  return /^(customer|caller)$/i.test(said) ? 'customer' : undefined;
}

function turn(speaker: string, text: string, at: number | null, role: Role | undefined): Turn {
  return { speaker, text, at, ...(role && { role }) };
}

function contactLens(top: Record<string, Json>): Turn[] | null {
  const transcript = asList(top.Transcript);
  if (!transcript) return null;
  const participants = (asList(top.Participants) ?? []).map(asRecord);
  const roles = new Map(participants.map((one) => [asText(one.ParticipantId), asText(one.ParticipantRole)]));
  return transcript.map(asRecord).map((part) => {
    const id = asText(part.ParticipantId);
    const role = asText(part.ParticipantRole) || roles.get(id) || id;
    const name = asText(part.DisplayName) || role;
    const millis = asNumber(part.BeginOffsetMillis);
    return turn(name, asText(part.Content), millis === null ? null : millis / 1000, roleOf(role));
  });
}

function postCall(top: Record<string, Json>): Turn[] | null {
  const segments = asList(top.SpeechSegments);
  if (!segments) return null;
  const labels = (asList(asRecord(top.ConversationAnalytics).SpeakerLabels) ?? []).map(asRecord);
  const names = new Map(labels.map((label) => [asText(label.Speaker), asText(label.DisplayText)]));
  return segments.map(asRecord).map((segment) => {
    const name = names.get(asText(segment.SegmentSpeaker)) || asText(segment.SegmentSpeaker);
    const text = asText(segment.DisplayText) || asText(segment.OriginalText);
    return turn(name, text, asNumber(segment.SegmentStartTime), roleOf(name));
  });
}

/** The whole dialogue in one string, also with all turns on one line, each led by a name in bold. */
function dialogue(top: Record<string, Json>): Turn[] | null {
  const content = asText(top.Content) || asText(top.content) || asText(top.transcript) || asText(top.text);
  if (content === '') return null;
  const { turns } = readDialogue(content.replace(/\*\*([^*\n]{1,40}):\*\*/g, '\n$1:'));
  return turns.length > 0 ? turns : null;
}

function listed(top: Record<string, Json>): Turn[] | null {
  const list = Object.values(top).find((value) => asList(value)?.some((item) => wordsOf(asRecord(item)) !== ''));
  return list ? listedTurns(asList(list) ?? []) : null;
}

function listedTurns(list: Json[]): Turn[] {
  return list.map(asRecord).map((item) => {
    const speaker = asText(item.speaker) || asText(item.role) || asText(item.participant) || asText(item.from);
    const at = asNumber(item.start) ?? asNumber(item.at) ?? asNumber(item.time);
    return turn(speaker, wordsOf(item), at, roleOf(asText(item.role)));
  });
}

function wordsOf(item: Record<string, Json>): string {
  return asText(item.text) || asText(item.content) || asText(item.message) || asText(item.utterance);
}

/** What stands beside the transcript: plain values of the top, of what Contact Lens knows of the customer, and of labels. */
function detailsOf(top: Record<string, Json>): [string, string][] {
  const analytics = asRecord(top.ConversationAnalytics);
  const beside = [
    asRecord(top.CustomerMetadata),
    top,
    asRecord(top.attributes),
    asRecord(top.metadata),
    { ...analytics, ...dropped },
  ];
  const details = beside.flatMap((record) => Object.entries(record));
  return details
    .filter(([key]) => !technical.has(key))
    .map(([key, value]): [string, string] => [key, value === 'None' ? '' : asText(value)])
    .filter(([, value]) => value !== '' && value.length <= 200);
}

/** Fields that say how the transcript was made, not what the call was. */
const technical = new Set(
  `JobStatus JobName AccountId Version ContentMetadata InputS3Uri OutputS3Uri InstanceId Channel EndTime ProcessTime GUID
  Duration Content content transcript text SourceInformation LanguageModel ConversationLocation Agent`.split(/\s+/),
);
const dropped = { SpeakerLabels: null, SentimentTrends: null };
