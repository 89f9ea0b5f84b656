import { clockTime, type Transcript } from './transcript.ts';

/** `Speaker: text` lines below `# name: value` lines; some transcribers put the time in front. */
export function writeDialogue({ turns, details, speakers }: Transcript, withTimes: boolean): string {
  const head = details.map(([name, value]) => `# ${name}: ${value}`);
  const lines = turns.map(({ start, role, text }) => {
    const time = withTimes ? `[${clockTime(start, '.').slice(3, 8)}] ` : '';
    return `${time}${speakers[role]}: ${text}`;
  });
  return `${[...head, '', ...lines].join('\n')}\n`;
}
