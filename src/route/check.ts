import type { RouteCondition, RouteRule, Routing } from '../pipeline.ts';
import { channels, facets, priorities, type Taxonomy } from '../types.ts';
import { fits, plainWords } from './condition.ts';
import { scenarios } from './scenarios.ts';

/**
 * Proves that a routing can do what it says, before any complaint is lost to a slip of the pen.
 * @throws Error that lists every mistake: a team, category, signal, facet, channel or priority that does not exist; a
 * due time that is no time; two rules of one name; a rule that can never fire.
 */
export function checkRouting(routing: Routing, taxonomy: Taxonomy): void {
  const mistakes = [
    ...checkTeams(routing),
    ...checkDueHours(routing),
    ...(routing.raise ? checkNames('The field "raise"', { signal: routing.raise.signal }, taxonomy) : []),
    ...(routing.raise ? checkPriority('The field "raise"', routing.raise.to) : []),
    ...routing.rules.flatMap((rule) => checkRule(rule, routing, taxonomy)),
    ...repeatedNames(routing.rules),
  ];
  // Whether a rule can fire is worth asking only where all that it names exists.
  if (mistakes.length === 0) mistakes.push(...deadRules(routing, taxonomy));
  if (mistakes.length === 0) return;
  throw new Error(`The routing for the taxonomy "${taxonomy.name}" needs mending:\n- ${mistakes.join('\n- ')}`);
}

function checkTeams({ teams, triage }: Routing): string[] {
  return Object.hasOwn(teams, triage)
    ? []
    : [`"triage" names the team "${triage}", which is not among the teams: ${Object.keys(teams).join(', ')}.`];
}

function checkDueHours({ dueHours }: Routing): string[] {
  const wrong = priorities.filter((priority) => !(Number.isFinite(dueHours[priority]) && dueHours[priority] > 0));
  if (wrong.length > 0)
    return wrong.map((priority) => `"dueHours" of ${priority} should be a number of hours above 0.`);
  return priorities.slice(1).flatMap((priority, at) => {
    const above = priorities[at];
    return above && dueHours[above] > dueHours[priority]
      ? [`"dueHours" gives ${above} more time than ${priority}.`]
      : [];
  });
}

function checkRule({ name, when, then }: RouteRule, { teams }: Routing, taxonomy: Taxonomy): string[] {
  const rule = `Rule "${name}"`;
  return [
    ...(Object.hasOwn(teams, then.team) ? [] : [`${rule} names the unknown team "${then.team}".`]),
    ...checkPriority(rule, then.priority),
    ...checkNames(rule, when, taxonomy),
    ...checkNumbers(rule, when, then),
  ];
}

function checkNumbers(rule: string, when: RouteCondition, then: RouteRule['then']): string[] {
  const { customerValue: value, repeatContact: repeat } = when;
  const { dueHours = 1, tags = [] } = then;
  const isCount = (number: number) => Number.isInteger(number) && number > 0 && number <= 365;
  return [
    ...(dueHours > 0 && dueHours <= 2000
      ? []
      : [`${rule} has "dueHours" ${dueHours}; it should be above 0, at most 2000.`]),
    ...(tags.every((tag) => tag.trim() !== '') ? [] : [`${rule} has an empty tag.`]),
    ...(value && (value.atLeast ?? value.atMost) === undefined
      ? [`${rule} asks for a customer's value without "atLeast" or "atMost".`]
      : []),
    ...(value && (value.atLeast ?? 0) > (value.atMost ?? Number.POSITIVE_INFINITY)
      ? [`${rule} asks for a value of at least ${value.atLeast} and at most ${value.atMost}, which is never.`]
      : []),
    ...(repeat && !(isCount(repeat.times) && isCount(repeat.withinDays))
      ? [`${rule} has "repeatContact" that should be whole numbers from 1 to 365.`]
      : []),
    ...(when.words ?? [])
      .filter((phrase) => plainWords(phrase).trim() === '')
      .map((phrase) => `${rule} looks for "${phrase}", which holds no word.`),
  ];
}

function checkPriority(where: string, priority: string): string[] {
  const known: readonly string[] = priorities;
  return known.includes(priority)
    ? []
    : [`${where} names the unknown priority "${priority}"; it should be one of ${priorities.join(', ')}.`];
}

function checkNames(where: string, when: RouteCondition, { categories }: Taxonomy): string[] {
  const signals = categories.filter(({ facet }) => facet === 'signal');
  const known: [string, string[] | undefined, readonly string[]][] = [
    ['category', when.category, categories.map(({ id }) => id)],
    ['signal', when.signal, signals.map(({ id }) => id)],
    ['facet', when.facet, facets],
    ['channel', when.channel, channels],
  ];
  const unknown = known.flatMap(([kind, ids, all]) =>
    (ids ?? []).filter((id) => !all.includes(id)).map((id) => `${where} names the unknown ${kind} "${id}".`),
  );
  const { attributes = {}, ...lists } = when;
  const empty = Object.entries<unknown>({ ...lists, ...attributes })
    .filter(([, list]) => Array.isArray(list) && list.length === 0)
    .map(([kind]) => `${where} has an empty list of ${kind}, so it can never fire.`);
  return [...unknown, ...empty];
}

function repeatedNames(rules: RouteRule[]): string[] {
  const names = rules.map(({ name }) => name);
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  return [...new Set(repeated)].map((name) => `Two rules are named "${name}"; a case could not say which one sent it.`);
}

/** Rules that never get a turn, since for every complaint that they fit an earlier rule fits first. */
function deadRules({ rules }: Routing, taxonomy: Taxonomy): string[] {
  return rules.flatMap(({ name, when }, at) => {
    const first = scenarios(when, taxonomy).map((facts) => rules.slice(0, at).find((rule) => fits(rule.when, facts)));
    if (first.some((rule) => !rule)) return [];
    const earlier = [...new Set(first.map((rule) => `"${rule?.name}"`))];
    if (earlier.length === 0) return [`Rule "${name}" can never fire: no category of the taxonomy meets it.`];
    return [
      `Rule "${name}" can never fire: ${earlier.join(' and ')} always ${earlier.length > 1 ? 'fit' : 'fits'} first.`,
    ];
  });
}
