import { roleOfName } from './roles.ts';
import { spokenLine } from './spoken-line.ts';

const timing = /^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*(?:-->|,)\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}/m;

/** Whether there are cue timings of SubRip (`-->`) or YouTube's SBV (`,`) near the top. */
export function looksLikeCues(head: string): boolean {
  return timing.test(head.split(/\r?\n/, 12).join('\n'));
}

/**
 * Whether most lines are `Speaker: text` and speakers come again. Blank lines and `# key: value` do not count; a line
 * without a speaker goes on with what the one before said.
 */
export function looksLikeDialogue(head: string): boolean {
  const speakers = new Map<string, number>();
  let lines = 0;
  let words = 0;
  for (const line of head.split(/\r?\n/, 400)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    lines++;
    const spoken = spokenLine(line);
    if (!spoken) continue;
    speakers.set(spoken.speaker, (speakers.get(spoken.speaker) ?? 0) + 1);
    if (/\s|\p{Script=Han}{2}/u.test(spoken.text)) words++;
  }
  const turns = [...speakers.values()].reduce((sum, count) => sum + count, 0);
  // A form ("Name: …", "Address: …") has as many labels as lines; people who talk take turns.
  const again = turns >= 4 ? speakers.size <= turns / 2 : speakers.size <= turns && turns >= 2 && named(speakers);
  return turns >= lines * 0.5 && again && words >= turns * 0.3;
}

function named(speakers: Map<string, number>): boolean {
  return [...speakers.keys()].some((speaker) => roleOfName(speaker) !== 'unknown');
}
