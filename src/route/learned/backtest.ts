import type { Suggestion } from '../../types.ts';
import type { JudgedRoute } from './judged-route.ts';

/** A complaint of the past and the team that it belonged to in the end. */
export interface PastComplaint {
  text: string;
  team: string;
}

/** Suggests teams for texts, one list a text, the likeliest first. */
export type Suggest = (texts: string[]) => Promise<Suggestion[][]>;

/** Learns from complaints of the past. */
export type Learn = (past: PastComplaint[]) => Promise<Suggest>;

/**
 * Replays history forward in time: of `parts` equal parts, each after the first is judged by what was learned from all
 * before it, as it would have been had the model been live. Nothing is judged by a model that saw it, or anything later.
 * @param history in the order of time.
 * @param onPart told of each part that is judged.
 * @throws RangeError where there are fewer complaints than parts, or fewer than two parts.
 */
export async function backtest(
  history: PastComplaint[],
  parts: number,
  learn: Learn,
  onPart: (done: number, of: number) => void = () => undefined,
): Promise<JudgedRoute[]> {
  if (!(parts >= 2) || history.length < parts) {
    throw new RangeError(`A backtest of ${parts} parts got ${history.length} complaints; it needs two parts or more.`);
  }
  const edge = (part: number) => Math.floor((history.length * part) / parts);
  const judged: JudgedRoute[] = [];
  for (let part = 1; part < parts; part += 1) {
    const before = history.slice(0, edge(part));
    const now = history.slice(edge(part), edge(part + 1));
    const suggest = await learn(before);
    const suggestions = await suggest(now.map(({ text }) => text));
    for (const [index, { team }] of now.entries()) judged.push({ truth: team, suggestions: suggestions[index] ?? [] });
    onPart(part, parts - 1);
  }
  return judged;
}
