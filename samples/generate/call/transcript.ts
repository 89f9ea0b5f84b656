import type { Turn } from '../compose/conversation.ts';

/** One call, ready to be written in any format. */
export interface Transcript {
  turns: TimedTurn[];
  /** What the call centre knows about it: customer, date, region … */
  details: [string, string][];
  speakers: { agent: string; customer: string };
  language: 'en' | 'zh';
}

export interface TimedTurn extends Turn {
  /** Seconds from the start of the call. */
  start: number;
  end: number;
}

/** Gives turns their times: about 170 words, or 250 Chinese characters, a minute, and a breath between turns. */
export function timeTurns(turns: Turn[]): TimedTurn[] {
  let at = 0.8;
  return turns.map((turn) => {
    const spoken = /\p{Script=Han}/u.test(turn.text) ? turn.text.length * 0.24 : turn.text.split(' ').length * 0.35;
    const start = at;
    const end = Math.round((start + Math.max(0.9, spoken)) * 1000) / 1000;
    at = Math.round((end + 0.45) * 1000) / 1000;
    return { ...turn, start, end };
  });
}

/** `00:01:02.500`, with the format's own mark before the thousandths. */
export function clockTime(seconds: number, mark: '.' | ','): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', mark);
}
