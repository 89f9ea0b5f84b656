import type { RoutingModelRow } from '../../../dashboards/views/routing-quality.ts';
import type { RuleCheck } from '../../route/rule-check.ts';
import type { LearnedRouting } from '../../workers/routing/learn-routing.ts';

/** A closed case, as far as routing learns from it. */
export interface PastCase {
  text: string;
  /** The team that closed it, and the one that it was first sent to. */
  team: string;
  routedTeam: string;
}

/** Days, both included. */
export interface Period {
  from?: string;
  to?: string;
}

/** What the commands ask about routing, of the store itself or of the server that holds it. */
export interface RoutingEngine {
  /** Closed cases in the order in which they were opened, but for those that triage closed. */
  closedCases(period: Period): AsyncIterable<PastCase>;
  /** Keeps a model as a candidate. @returns its id. */
  addModel(learned: LearnedRouting): Promise<number>;
  models(): Promise<RoutingModelRow[]>;
  /** What the rules do with so many of the latest texts. */
  check(texts: number): Promise<RuleCheck>;
  /** @throws Error where there is no such model. */
  setState(id: number, state: 'live' | 'shadow' | 'retired'): Promise<void>;
}
