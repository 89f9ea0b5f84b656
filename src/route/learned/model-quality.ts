import { shownSuggestions } from './judge-teams.ts';
import type { JudgedRoute } from './judged-route.ts';

/** What is kept of a model's backtest: enough to draw its curve for whatever costs a lead may name. */
export interface ModelQuality {
  /** The right team, and the suggested ones with their scores, the likeliest first. */
  judged: [truth: string, suggestions: [team: string, score: number][]][];
}

/** Beyond this the curve gets no finer to the eye; the latest count most. */
const mostJudged = 5000;

/** Packs the latest judged complaints. */
export function packQuality(judged: JudgedRoute[]): ModelQuality {
  return {
    judged: judged.slice(-mostJudged).map(({ truth, suggestions }) => [
      truth,
      // Four digits: the kept text stays small, and no decision hangs on the fifth.
      suggestions.slice(0, shownSuggestions).map(({ team, score }) => [team, Math.round(score * 1e4) / 1e4]),
    ]),
  };
}

/** The other way round. */
export function unpackQuality({ judged }: ModelQuality): JudgedRoute[] {
  return judged.map(([truth, suggestions]) => ({
    truth,
    suggestions: suggestions.map(([team, score]) => ({ team, score })),
  }));
}
