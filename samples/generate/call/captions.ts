import { clockTime, type TimedTurn, type Transcript } from './transcript.ts';

/** WebVTT: what is known about the call in a note, and the speaker in a voice tag. */
export function writeVtt({ turns, details, speakers }: Transcript): string {
  const note = ['NOTE', ...details.map(([name, value]) => `${name}: ${value}`)].join('\n');
  const cues = cuesOf(turns).map(
    ({ start, end, text, role }) =>
      `${clockTime(start, '.')} --> ${clockTime(end, '.')}\n<v ${speakers[role]}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}`,
  );
  return `${['WEBVTT', note, ...cues].join('\n\n')}\n`;
}

/** SubRip: numbered captions, the speaker before a colon. It has no room for the customer. */
export function writeSrt({ turns, speakers }: Transcript): string {
  const cues = cuesOf(turns).map(
    ({ start, end, text, role }, place) =>
      `${place + 1}\n${clockTime(start, ',')} --> ${clockTime(end, ',')}\n${speakers[role]}: ${text}`,
  );
  return `${cues.join('\n\n')}\n`;
}

/** Long turns are shown in two captions, parted between sentences or after a comma. */
function cuesOf(turns: TimedTurn[]): TimedTurn[] {
  return turns.flatMap((turn) => {
    const part = turn.text.length > 110 ? turn.text.slice(40).search(/[.,!?] /) : -1;
    if (part < 0) return [turn];
    const cut = 40 + part + 1;
    const middle = turn.start + (turn.end - turn.start) * (cut / turn.text.length);
    return [
      { ...turn, end: middle, text: turn.text.slice(0, cut) },
      { ...turn, start: middle, text: turn.text.slice(cut + 1) },
    ];
  });
}
