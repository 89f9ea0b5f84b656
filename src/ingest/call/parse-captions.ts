import type { Document, RawText } from '../../types.ts';
import { decodeText } from '../bytes/encoding.ts';
import { tidyText } from '../bytes/tidy-text.ts';
import { callDocument } from './call-document.ts';
import { type Cue, cueTime, joinCues } from './cues.ts';
import { detailLine } from './detail-line.ts';
import { roleOfName } from './roles.ts';
import { spokenLine } from './spoken-line.ts';

const timing =
  /^\s*((?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)\s*(?:-->|,)\s*((?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)(?:\s.*)?$/;

/**
 * Reads a call written as captions: WebVTT with voice tags (`<v Anna>`), SubRip and SBV with `Anna: …` in the captions,
 * or either without names. `NOTE key: value` tells about the call: `id`, `customer`, `date`, `language`, `subject`; any
 * other key is coded data. A caption whose times cannot be read is passed over.
 * @throws Error where there is no caption with words.
 */
export function parseCaptions(raw: RawText): Document {
  const details: [string, string][] = [];
  const cues: Cue[] = [];
  for (const block of tidyText(decodeText(raw.bytes)).split(/\n{2,}/)) {
    if (/^(?:NOTE|WEBVTT)(?:\s|$)/.test(block)) details.push(...detailsOf(block));
    if (!/^(?:NOTE(?:\s|$)|STYLE\s*(?:\n|$)|REGION\s*(?:\n|$))/.test(block)) cues.push(...cuesOf(block.split('\n')));
  }
  if (cues.length === 0) {
    throw new Error('There is no caption with readable times; expected lines such as "00:00:01.000 --> 00:00:04.000".');
  }
  return callDocument(raw, joinCues(withSpeakers(cues)), details);
}

function detailsOf(block: string): [string, string][] {
  return block
    .replace(/^(?:NOTE|WEBVTT)[ \t-]*/, '')
    .split('\n')
    .map(detailLine)
    .filter((detail) => detail !== null && !/^(?:kind|style|x-timestamp-map)$/i.test(detail[0])) as [string, string][];
}

/** A block is a cue, or several where the blank line between them is missing; a line before the times is its name. */
function cuesOf(lines: string[]): Cue[] {
  const cues: Cue[] = [];
  lines.forEach((line, index) => {
    const [, from, to] = timing.exec(line) ?? [];
    const [start, end] = [cueTime(from ?? ''), cueTime(to ?? '')];
    if (start !== null && end !== null) {
      cues.push({ start, end, lines: [] });
    } else {
      const name = /^\d+$/.test(line) && timing.test(lines[index + 1] ?? '');
      if (!name) cues.at(-1)?.lines.push(...voices(line));
    }
  });
  return cues.map((cue) => ({ ...cue, lines: cue.lines.filter(({ text }) => text !== '') }));
}

/** What one line of a caption says and who says it: a voice tag lasts to the next one. */
function voices(line: string): Cue['lines'] {
  const said: Cue['lines'] = [];
  let speaker: string | null = null;
  let from = 0;
  const tags = /<v(?:\.[^\s>.]*)*\s+([^>]{1,80})>/g;
  for (let tag = tags.exec(line); tag; tag = tags.exec(line)) {
    said.push({ speaker, text: plain(line.slice(from, tag.index)) });
    [speaker, from] = [plain(tag[1]!), tags.lastIndex];
  }
  said.push({ speaker, text: plain(line.slice(from)) });
  return said.filter(({ text }) => text !== '');
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

function plain(text: string): string {
  return text
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity)
    .replace(/^\s*(?:>>+|-)\s+/, '')
    .trim();
}

/**
 * Where no voice tag names anybody, `Name: text` in the captions does: names that come again or tell a role, or any where
 * half of the lines have one. A lone colon in prose is no name.
 */
function withSpeakers(cues: Cue[]): Cue[] {
  const lines = cues.flatMap((cue) => cue.lines);
  if (lines.some(({ speaker }) => speaker !== null)) return cues;
  const names = lines.map(({ text }) => spokenLine(text)?.speaker ?? null).filter((name) => name !== null);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const isName = (name: string) =>
    names.length * 2 >= lines.length || counts.get(name)! > 1 || roleOfName(name) !== 'unknown';
  return cues.map((cue) => ({
    ...cue,
    lines: cue.lines.map((line) => {
      const spoken = spokenLine(line.text);
      return spoken && isName(spoken.speaker) ? { speaker: spoken.speaker, text: spoken.text } : line;
    }),
  }));
}
