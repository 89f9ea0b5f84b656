import type { Cue } from './cue.ts';

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  couple: 2,
  several: 4,
  half: 0.5,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  many: 5,
};
const minutesIn: Record<string, number> = {
  minute: 1,
  minutes: 1,
  min: 1,
  mins: 1,
  hour: 60,
  hours: 60,
  hr: 60,
  hrs: 60,
  day: 1440,
  days: 1440,
  week: 10080,
  weeks: 10080,
  month: 43200,
  months: 43200,
  year: 525600,
  years: 525600,
};
const waiting =
  /^(?:wait(?:ed|ing|s)?|hold|queued?|queu(?:e)?ing|late|delay(?:ed|s)?|still|over|stuck|sat|stood|holding|chas(?:ed|ing)|ago)$/;
const contacting =
  /^(?:call(?:ed|ing|s)?|phon(?:ed|ing)|rang|rung|ring|email(?:ed|s)?|contact(?:ed)?|ask(?:ed)?|complain(?:ed)?|wr(?:ote|itten)|tried|chased|report(?:ed)?|visit(?:ed|s)?|messaged?)$/;
const welcome = new Set(['within', 'only', 'just', 'under']);

/** Counted waits and repeated calls, which service language complains with in no word of feeling: "held for 45 minutes". */
export function findWaits(pieces: string[]): Cue[] {
  const cues: Cue[] = [];
  for (let at = 1; at < pieces.length; at += 1) {
    const piece = pieces[at]!;
    const minutes = minutesIn[piece];
    if (minutes === undefined && piece !== 'times') continue;
    const count = toNumber(pieces[at - 1]!);
    if (count === null) continue;
    const value = piece === 'times' ? weighCalls(pieces, at, count) : weighWait(pieces, at, count * minutes!);
    if (value !== 0) cues.push({ start: at - 1, end: at + 1, valence: value, value, negated: false });
  }
  return cues;
}

function weighCalls(pieces: string[], at: number, count: number): number {
  return count >= 2 && count < 1000 && near(pieces, at, 7, (piece) => contacting.test(piece)) ? -1.5 : 0;
}

function weighWait(pieces: string[], at: number, minutes: number): number {
  if (welcome.has(pieces[at - 2] ?? '') && minutes <= 1440) return 1;
  if (minutes < 10 || !near(pieces, at, 6, (piece) => waiting.test(piece))) return 0;
  // Ten minutes are a nuisance; each tenfold adds to it.
  return -Math.min(2.5, 0.6 + 0.6 * Math.log10(minutes / 5));
}

function near(pieces: string[], at: number, distance: number, test: (piece: string) => boolean): boolean {
  const end = Math.min(pieces.length, at + 4);
  for (let index = Math.max(0, at - distance); index < end; index += 1) if (test(pieces[index]!)) return true;
  return false;
}

function toNumber(piece: string): number | null {
  const word = numbers[piece];
  if (word !== undefined) return word;
  const value = Number(piece);
  return piece !== '' && Number.isFinite(value) ? value : null;
}
