import { dueAt } from '../people/calendar/working-time.ts';
import { wholeTeam } from '../people/stored-team.ts';
import type { RouteRule, Routing } from '../pipeline.ts';
import { type Analysis, type Document, type Priority, priorities, type Route, type Taxonomy } from '../types.ts';
import { type Circumstances, type Facts, factsOf, fits, isWithin, matchedCategories } from './condition.ts';

/** Affirmed by every complaint and by nothing else. */
export const complaint = 'signal.complaint';

/** `Route.by` and `Route.because` of a complaint that no rule fits. */
export const noRule = { by: 'no rule', because: 'No rule fits: a person must look' };

/**
 * Makes the function that says which team a complaint belongs to: the first rule that fits wins, and where none fits
 * the triage team gets it, so that nothing is ownerless. It answers null where the text is no complaint; what a machine
 * wrote (`automatic: yes`: a bounce, an out-of-office reply) never is. Due times count from receipt, in the team's
 * working hours. What is meant for a team that is switched off, or has all it can bear and says who helps, goes on.
 * `checkRouting` tells beforehand whether the routing is sound.
 */
export function createRouter(
  routing: Routing,
  taxonomy: Taxonomy,
): (document: Document, analysis: Analysis, circumstances?: Circumstances) => Route | null {
  const names = new Map(taxonomy.categories.map(({ id, name }) => [id, name]));
  const listNames = (ids: string[]) => ids.map((id) => names.get(id) ?? id).join(', ');

  return (document, analysis, circumstances = {}) => {
    const facts = factsOf(document, analysis, circumstances);
    if (!isComplaint(facts)) return null;
    const rule = routing.rules.find(({ when }) => fits(when, facts));
    const matched = rule ? matchedCategories(rule.when, facts) : [];
    const { priority, raisedBy } = prioritise(routing, rule, facts);
    const { team, passed } = settleTeam(routing, rule?.then.team ?? routing.triage, circumstances.full ?? new Set());
    const because = rule ? join(': ', rule.name, listNames(mostSpecific(matched))) : noRule.because;
    const { dueHours, calendar } = wholeTeam(team, routing.teams[team] ?? { name: team, owns: '' }, routing);
    return {
      team,
      priority,
      dueAt: dueAt(document.receivedAt, rule?.then.dueHours ?? dueHours[priority], calendar),
      by: rule?.name ?? noRule.by,
      because: [join(`; raised to ${priority} by `, because, listNames(raisedBy)), ...passed].join('; '),
      score: rule ? 1 : 0,
      sentences: evidence(analysis, [complaint, ...matched, ...raisedBy]),
      suggestions: [],
      ...(rule?.then.tags && { tags: rule.then.tags }),
    };
  };
}

/** Who gets it in the end, and why it passed others by. Ends, since nobody is asked twice. */
function settleTeam(
  { teams, triage }: Routing,
  meant: string,
  full: ReadonlySet<string>,
): { team: string; passed: string[] } {
  const passed: string[] = [];
  const asked = new Set<string>();
  for (let team = meant; ; ) {
    const { name = team, enabled = true, overflow = null } = teams[team] ?? { enabled: false };
    if (team === triage || asked.has(team)) return { team: triage, passed };
    asked.add(team);
    if (!enabled) passed.push(`${name} is switched off`);
    else if (full.has(team) && overflow !== null) passed.push(`${name} has all the cases that it can bear`);
    else return { team, passed };
    team = enabled && overflow !== null ? overflow : triage;
  }
}

/** Whether the text complains, and a person wrote it. */
export function isComplaint(facts: Facts): boolean {
  return facts.attributes.automatic !== 'yes' && facts.affirmed.some(({ category }) => category === complaint);
}

/** The rule's priority, or the one that a signal such as urgency raises it to, with the signals that did. */
function prioritise({ raise }: Routing, rule: RouteRule | undefined, facts: Facts) {
  const priority: Priority = rule?.then.priority ?? 'normal';
  const raisedBy = raise ? matchedCategories({ signal: raise.signal }, facts) : [];
  if (!raise || raisedBy.length === 0 || priorities.indexOf(raise.to) >= priorities.indexOf(priority)) {
    return { priority, raisedBy: [] };
  }
  return { priority: raise.to, raisedBy };
}

/** Without the headings of categories that are there themselves: "Charged twice" says "Billing" too. */
function mostSpecific(categories: string[]): string[] {
  return categories.filter((id) => !categories.some((other) => other !== id && isWithin(other, id)));
}

/** Indexes of the sentences that affirm one of the categories, in reading order. */
function evidence(analysis: Analysis, categories: string[]): number[] {
  const wanted = new Set(categories);
  const found = analysis.mentions.filter(({ category, polarity }) => polarity === 'affirmed' && wanted.has(category));
  return [...new Set(found.map(({ sentence }) => sentence))].sort((a, b) => a - b);
}

function join(separator: string, first: string, second: string): string {
  return second ? first + separator + second : first;
}
