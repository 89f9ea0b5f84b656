import type { Routing } from '../pipeline.ts';

/** What a routing must be told beside the text: how far back contacts count, and of which teams the load. */
export interface Needs {
  /** Null where no rule asks for repeat contact. `most` is how many contacts can make a difference. */
  contacts: { withinDays: number; most: number } | null;
  /** Teams that pass on what is beyond their capacity, with that. */
  capacities: Map<string, number>;
}

/** What the rules and teams of a routing ask of the store. */
export function needsOf({ rules, teams }: Routing): Needs {
  const asked = rules.flatMap(({ when }) => when.repeatContact ?? []);
  const limited = Object.entries(teams).flatMap(([team, { capacity = null, overflow = null }]): [string, number][] =>
    capacity !== null && overflow !== null ? [[team, capacity]] : [],
  );
  return {
    contacts:
      asked.length > 0
        ? {
            withinDays: Math.max(...asked.map(({ withinDays }) => withinDays)),
            most: Math.max(...asked.map(({ times }) => times)),
          }
        : null,
    capacities: new Map(limited),
  };
}
