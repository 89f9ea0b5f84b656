import type { Routing, Team } from '../pipeline.ts';

/** The department of this key; undefined where the routing has none. A key may come from an address, so `constructor` is no department. */
export function findTeam(routing: Routing, key: string): Team | undefined {
  return Object.hasOwn(routing.teams, key) ? routing.teams[key] : undefined;
}

/** The department's name, or its key where the routing does not know it any more. */
export function teamName(routing: Routing, key: string): string {
  return findTeam(routing, key)?.name ?? key;
}
