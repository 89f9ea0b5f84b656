import { wilsonInterval } from '../../stats/wilson-interval.ts';
import { isRight, type JudgedRoute, topScore } from './judged-route.ts';

/** How routing by itself did for one team. */
export interface TeamQuality {
  team: string;
  /** Complaints that belong to it. */
  complaints: number;
  /** Complaints sent to it by themselves, and how many of them rightly. */
  routed: number;
  right: number;
  /** Share of right ones among those sent to it, with its interval; null where none was sent. */
  precision: { share: number; lower: number; upper: number } | null;
  /** Complaints of its own that went to it, or to a person who looks. */
  reached: number;
}

/** How routing by itself did: how much went by itself, how much of it to the right team. */
export interface RoutingQuality {
  complaints: number;
  routed: number;
  right: number;
  wrong: number;
  /** A person must look. */
  triage: number;
  /** Of what a person must look at, how many find their right team among the three likeliest. */
  triageHelped: number;
  teams: TeamQuality[];
  /** The commonest mistakes: where complaints belong, where they were sent, how many. */
  confusions: { truth: string; given: string; count: number }[];
}

/** How many suggestions a person is shown. */
export const shownSuggestions = 3;
const mostConfusions = 20;

/** Judges what would be routed by itself at a threshold. */
export function judgeTeams(judged: JudgedRoute[], threshold: number, confidence: number): RoutingQuality {
  const isRouted = (one: JudgedRoute) => topScore(one) >= threshold && one.suggestions.length > 0;
  const routed = judged.filter(isRouted);
  const looked = judged.filter((one) => !isRouted(one));
  const right = routed.filter(isRight).length;
  const names = new Set([
    ...judged.map(({ truth }) => truth),
    ...routed.map(({ suggestions }) => suggestions[0]!.team),
  ]);
  const helped = looked.filter(({ truth, suggestions }) =>
    suggestions.slice(0, shownSuggestions).some(({ team }) => team === truth),
  );
  return {
    complaints: judged.length,
    routed: routed.length,
    right,
    wrong: routed.length - right,
    triage: looked.length,
    triageHelped: helped.length,
    teams: [...names].sort().map((team) => judgeTeam(team, judged, routed, confidence)),
    confusions: confusions(routed),
  };
}

function judgeTeam(team: string, judged: JudgedRoute[], routed: JudgedRoute[], confidence: number): TeamQuality {
  const own = judged.filter(({ truth }) => truth === team).length;
  const sent = routed.filter(({ suggestions }) => suggestions[0]!.team === team);
  const right = sent.filter(isRight).length;
  const strayed = routed.filter((one) => one.truth === team && !isRight(one)).length;
  const precision =
    sent.length === 0 ? null : { share: right / sent.length, ...wilsonInterval(right, sent.length, confidence) };
  return { team, complaints: own, routed: sent.length, right, precision, reached: own - strayed };
}

function confusions(routed: JudgedRoute[]): RoutingQuality['confusions'] {
  const counts = new Map<string, { truth: string; given: string; count: number }>();
  for (const { truth, suggestions } of routed) {
    const given = suggestions[0]!.team;
    if (given === truth) continue;
    const key = JSON.stringify([truth, given]);
    const known = counts.get(key) ?? { truth, given, count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  const sorted = [...counts.entries()].sort(([keyA, a], [keyB, b]) => b.count - a.count || (keyA < keyB ? -1 : 1));
  return sorted.slice(0, mostConfusions).map(([, confusion]) => confusion);
}
