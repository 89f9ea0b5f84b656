import type { Route, Suggestion } from '../../types.ts';
import { shownSuggestions } from './judge-teams.ts';

/** A model's word on a complaint: from `threshold` on it routes by itself. */
export interface Advice {
  /** `model 7`. */
  by: string;
  threshold: number;
  /** Among the teams that there are, the likeliest first. */
  suggestions: Suggestion[];
}

/**
 * Joins a model's word with a route that no rule made: sure enough, it sends the complaint; else a person must look and sees
 * the likeliest teams. Priority and due time stay as they are.
 * @param nameOf what people call a team.
 */
export function advise(route: Route, { by, threshold, suggestions }: Advice, nameOf: (team: string) => string): Route {
  const shown = suggestions.slice(0, shownSuggestions);
  const [likeliest] = shown;
  if (!likeliest) return route;
  const words = (suggestion: Suggestion) => `${nameOf(suggestion.team)} ${Math.round(suggestion.score * 100)} %`;
  if (likeliest.score >= threshold) {
    const because = `Complaints like this one belonged to ${nameOf(likeliest.team)}: ${words(likeliest)} sure`;
    return { ...route, team: likeliest.team, by, because, score: likeliest.score, suggestions: shown };
  }
  const because = `No rule fits and no team is sure enough, so a person must look: ${shown.map(words).join(', ')}`;
  return { ...route, because, score: likeliest.score, suggestions: shown };
}
