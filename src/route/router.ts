import type { RouteRule, Routing } from '../pipeline.ts';
import { type Analysis, type Document, type Priority, priorities, type Route, type Taxonomy } from '../types.ts';
import { type Facts, factsOf, fits, isWithin, matchedCategories } from './condition.ts';

/** Affirmed by every complaint and by nothing else. */
export const complaint = 'signal.complaint';

/** `Route.by` and `Route.because` of a complaint that no rule fits. */
export const noRule = { by: 'no rule', because: 'No rule fits: a person must look' };

/**
 * Makes the function that says which team a complaint belongs to: the first rule that fits wins, and where none fits
 * the triage team gets it, so that nothing is ownerless. It answers null where the text is no complaint; what a machine
 * wrote (`automatic: yes`: a bounce, an out-of-office reply) never is. Due times count from receipt, in hours.
 * `checkRouting` tells beforehand whether the routing is sound.
 */
export function createRouter(
  routing: Routing,
  taxonomy: Taxonomy,
): (document: Document, analysis: Analysis) => Route | null {
  const names = new Map(taxonomy.categories.map(({ id, name }) => [id, name]));
  const listNames = (ids: string[]) => ids.map((id) => names.get(id) ?? id).join(', ');

  return (document, analysis) => {
    const facts = factsOf(document, analysis);
    if (!isComplaint(facts)) return null;
    const rule = routing.rules.find(({ when }) => fits(when, facts));
    const matched = rule ? matchedCategories(rule.when, facts) : [];
    const { priority, raisedBy } = prioritise(routing, rule, facts);
    const because = rule ? join(': ', rule.name, listNames(mostSpecific(matched))) : noRule.because;
    return {
      team: rule?.then.team ?? routing.triage,
      priority,
      dueAt: new Date(document.receivedAt.getTime() + routing.dueHours[priority] * 3_600_000),
      by: rule?.name ?? noRule.by,
      because: join(`; raised to ${priority} by `, because, listNames(raisedBy)),
      score: rule ? 1 : 0,
      sentences: evidence(analysis, [complaint, ...matched, ...raisedBy]),
      suggestions: [],
    };
  };
}

function isComplaint(facts: Facts): boolean {
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
