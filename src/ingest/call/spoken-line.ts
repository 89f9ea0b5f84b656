/** One line of a dialogue. */
export interface SpokenLine {
  speaker: string;
  text: string;
  /** Seconds from the start of the call, where the line says so. */
  at: number | null;
}

const time = String.raw`[[(]?(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?[\])]?`;
const line = new RegExp(
  String.raw`^\s*(?:${time}\s*[-–]?\s*)?(?:\*\*|__)?((?:[\p{L}][\p{L}\p{M}\p{N} ._'’()&/-]{0,38}?)[\p{L}\p{N})._]?)(?:\s*${time})?\s*[:：](?:\*\*|__)?(?!\/\/|\d)\s*(.*)$`,
  'u',
);

/**
 * Reads `Speaker: text`, also with a time before or after the name (`[00:12] Agent: …`) and with the name in Markdown
 * bold. @returns null where the line has no speaker: it goes on with what the one before said.
 */
export function spokenLine(written: string): SpokenLine | null {
  // Names are short, so a colon far into the line is punctuation.
  const match = line.exec(written.slice(0, 90));
  if (!match) return null;
  const [, hours, minutes, seconds, speaker = '', laterHours, laterMinutes, laterSeconds] = match;
  if (speaker.trim().split(/\s+/).length > 4) return null;
  const colon = written.length > 90 ? written.slice(90) : '';
  const at = secondsOf(hours, minutes, seconds) ?? secondsOf(laterHours, laterMinutes, laterSeconds);
  return { speaker: speaker.trim(), text: ((match[8] ?? '') + colon).trim(), at };
}

function secondsOf(hours?: string, minutes?: string, seconds?: string): number | null {
  if (minutes === undefined || seconds === undefined) return null;
  return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
}
