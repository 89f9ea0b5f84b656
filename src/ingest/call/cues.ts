import type { Turn } from './call-document.ts';

/** One caption: what is shown from `start` to `end`, in seconds. */
export interface Cue {
  start: number;
  end: number;
  lines: { speaker: string | null; text: string }[];
}

/** A pause of this many seconds ends an utterance whose speaker goes on. */
const PAUSE_SECONDS = 2;

/** An utterance longer than this ends with its cue, since captions may come without any punctuation. */
const LONGEST_CHARACTERS = 600;

/**
 * Joins captions into turns: a caption goes on with the turn before when the same person speaks on without a pause and
 * the turn before has not ended its sentence. A caption that shows its predecessor's last line again, as rolling
 * captions do, says it once. A caption without a speaker's name is by whoever spoke last.
 */
export function joinCues(cues: Cue[]): Turn[] {
  const turns: Turn[] = [];
  let before: Cue | null = null;
  for (const cue of cues) {
    const shown = before?.lines.at(-1)?.text;
    const lines = cue.lines.length > 1 && cue.lines[0]?.text === shown ? cue.lines.slice(1) : cue.lines;
    for (const { speaker, text } of lines) {
      const last = turns.at(-1);
      const pause = before ? cue.start - before.end : 0;
      if (last && goesOn(last, speaker, pause)) last.text += ` ${text}`;
      else turns.push({ speaker: speaker ?? last?.speaker ?? '', text, at: cue.start });
    }
    before = cue;
  }
  return turns;
}

function goesOn(last: Turn, speaker: string | null, pause: number): boolean {
  if (speaker !== null && speaker !== last.speaker) return false;
  return pause < PAUSE_SECONDS && last.text.length < LONGEST_CHARACTERS && !/[.?!。？！…]["'”’)]*$/.test(last.text);
}

/** Seconds of `01:02:03.500`, `02:03,5` or `0:02:03.500`; null for anything else. */
export function cueTime(written: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(written.trim());
  if (!match) return null;
  const [, hours = '0', minutes, seconds, fraction = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction}`);
}
