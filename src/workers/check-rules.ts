import type { Context } from '../context.ts';
import { checkRouting } from '../route/check.ts';
import { factsOf } from '../route/condition.ts';
import { needsOf } from '../route/needs.ts';
import { createRuleCheck, type RuleCheck, teamProblems } from '../route/rule-check.ts';
import { streamRouteFacts } from '../store/read/stream-route-facts.ts';
import { listTeams } from '../store/teams/list-teams.ts';

/** Holds the rules against the latest texts of the store, and says what is wrong with rules and teams. */
export async function checkRules(
  {
    database,
    routing,
    models,
  }: Pick<Context, 'database' | 'routing'> & { models: Pick<Context['models'], 'taxonomy'> },
  texts: number,
): Promise<RuleCheck> {
  const check = createRuleCheck(routing, models.taxonomy);
  const words = routing.rules.some(({ when }) => when.words !== undefined);
  for await (const found of streamRouteFacts(database, texts, { words, contacts: needsOf(routing).contacts })) {
    const { id, grade, categories, contactDaysAgo } = found;
    check.add(id, factsOf(found, { categories, sentiment: { grade } }, { contactDaysAgo }));
  }
  const teams = await listTeams(database);
  const staff = new Map(teams.map(({ key, members }) => [key, members.filter(({ enabled }) => enabled).length]));
  return check.result([...routingMistakes(routing, models.taxonomy), ...teamProblems(routing, staff)]);
}

function routingMistakes(...[routing, taxonomy]: Parameters<typeof checkRouting>): string[] {
  try {
    checkRouting(routing, taxonomy);
    return [];
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n- ').slice(1);
  }
}
