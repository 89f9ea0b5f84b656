import type { RouteCondition, RouteRule, Routing } from '../pipeline.ts';
import { type Grade, priorities, type Taxonomy } from '../types.ts';

const grades: Record<Grade, string> = {
  [-2]: 'very negative',
  [-1]: 'negative',
  0: 'neutral',
  1: 'positive',
  2: 'very positive',
};

/** A rule as one can read it aloud: “When a complaint names Refund, and comes by email: to Billing, high.” */
export function sayRule({ when, then }: RouteRule, { teams }: Routing, taxonomy: Taxonomy): string {
  const { team, priority, dueHours, tags = [] } = then;
  const outcome = [
    `to ${teams[team]?.name ?? team}`,
    priorities.includes(priority) ? `priority ${priority}` : `unknown priority ${priority}`,
    ...(dueHours === undefined ? [] : [`due in ${dueHours} working hours`]),
    ...(tags.length === 0 ? [] : [`marked ${tags.join(', ')}`]),
  ];
  const conditions = sayCondition(when, taxonomy);
  const asked = conditions.length === 0 ? 'Every other complaint' : `When a complaint ${conditions.join(', and ')}`;
  return `${asked}: ${outcome.join(', ')}.`;
}

function sayCondition(when: RouteCondition, { categories }: Taxonomy): string[] {
  const names = new Map(categories.map(({ id, name, parent }) => [id, { name, parent }]));
  const nameOf = (id: string): string => {
    const { name = id, parent = null } = names.get(id) ?? {};
    const above = parent === null || parent === 'signal' ? undefined : names.get(parent)?.name;
    return above ? `${above} › ${name}` : name;
  };
  const { customerValue: value, repeatContact: repeat } = when;
  return [
    ...(when.category ? [`names ${either(when.category.map(nameOf))}`] : []),
    ...(when.facet ? [`names a ${either(when.facet)}`] : []),
    ...(when.signal ? [`signals ${either(when.signal.map(nameOf))}`] : []),
    ...(when.gradeAtMost === undefined ? [] : [`is ${grades[when.gradeAtMost]} or worse`]),
    ...(when.words ? [`says ${either(when.words.map((phrase) => `“${phrase}”`))}`] : []),
    ...(when.channel ? [`comes by ${either(when.channel)}`] : []),
    ...(when.language ? [`is written in ${either(when.language)}`] : []),
    ...Object.entries(when.attributes ?? {}).map(([name, values]) => `has ${name} ${either(values)}`),
    ...(value ? [`is of a customer with ${value.attribute} ${between(value)}`] : []),
    ...(repeat
      ? [`is of a customer who wrote ${repeat.times} times or more in the ${repeat.withinDays} days before`]
      : []),
  ];
}

function between({ atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  return [atLeast === undefined ? '' : `at least ${atLeast}`, atMost === undefined ? '' : `at most ${atMost}`]
    .filter(Boolean)
    .join(' and ');
}

function either(all: readonly string[]): string {
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
