import type { Routing } from '../pipeline.ts';
import type { Taxonomy } from '../types.ts';
import { type Facts, fits } from './condition.ts';
import { isComplaint } from './router.ts';
import { sayRule } from './say-rule.ts';

/** What became of one rule on texts that came in. */
export interface CheckedRule {
  name: string;
  words: string;
  team: string;
  /** Complaints that it fits, and those of them that no rule before it fits. */
  fits: number;
  wins: number;
  /** The earlier rule that takes the most of the others, how many, and one of them. */
  shadowedBy: { rule: string; texts: number; example: number } | null;
}

/** What rules do with texts that came in. */
export interface RuleCheck {
  texts: number;
  complaints: number;
  rules: CheckedRule[];
  /** Complaints that no rule fits, and some of them. */
  fallThrough: { texts: number; examples: number[] };
  /** What is wrong with rules or teams, in sentences. */
  problems: string[];
}

const mostExamples = 5;

/** Counts what each rule does, text by text; holds counts alone, however many texts there are. */
export function createRuleCheck(routing: Routing, taxonomy: Taxonomy) {
  const { rules } = routing;
  const counts = rules.map(() => ({ fits: 0, wins: 0, taken: new Map<number, { texts: number; example: number }>() }));
  const total = { texts: 0, complaints: 0, fallThrough: 0 };
  const examples: number[] = [];

  function add(id: number, facts: Facts): void {
    total.texts++;
    if (!isComplaint(facts)) return;
    total.complaints++;
    let winner: number | null = null;
    for (const [at, { when }] of rules.entries()) {
      const count = counts[at];
      if (!count || !fits(when, facts)) continue;
      count.fits++;
      if (winner === null) {
        winner = at;
        count.wins++;
      } else {
        const taken = count.taken.get(winner) ?? { texts: 0, example: id };
        count.taken.set(winner, { ...taken, texts: taken.texts + 1 });
      }
    }
    if (winner !== null) return;
    total.fallThrough++;
    if (examples.length < mostExamples) examples.push(id);
  }

  function result(problems: string[]): RuleCheck {
    const checked = rules.map((rule, at): CheckedRule => {
      const { fits: fitting = 0, wins = 0, taken = new Map() } = counts[at] ?? {};
      const [most] = [...taken].sort((a, b) => b[1].texts - a[1].texts);
      const shadowedBy = most ? { rule: rules[most[0]]?.name ?? '', ...most[1] } : null;
      return {
        name: rule.name,
        words: sayRule(rule, routing, taxonomy),
        team: rule.then.team,
        fits: fitting,
        wins,
        shadowedBy,
      };
    });
    const fallThrough = { texts: total.fallThrough, examples };
    return { texts: total.texts, complaints: total.complaints, rules: checked, fallThrough, problems };
  }

  return { add, result };
}

/** What is wrong with the teams that rules name: nobody works there, or nothing goes there. @param staff members by team. */
export function teamProblems({ rules, teams, triage }: Routing, staff: ReadonlyMap<string, number>): string[] {
  const named = new Map(rules.map(({ then, name }) => [then.team, name]));
  named.set(triage, 'what no rule fits');
  return [...named].flatMap(([key, rule]) => {
    const team = teams[key];
    if (!team) return [`The team "${key}", which gets “${rule}”, does not exist.`];
    const said = `${team.name} (${key}), which gets “${rule}”,`;
    if (team.enabled === false) return [`${said} is switched off: what is meant for it goes to triage.`];
    return (staff.get(key) ?? 0) === 0 ? [`${said} has no members: nobody is told of its cases.`] : [];
  });
}
