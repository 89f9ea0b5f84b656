import type { CaseRow, DepartmentRow, RelationRow, TopicRow } from '../../../dashboards/views/shared.ts';
import type { IntakePipeline, Routing } from '../../pipeline.ts';
import type { CaseTally } from '../../store/read/case-tallies.ts';
import type { CategoryTally } from '../../store/read/category-tallies.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { type Case, type CaseState, type Channel, priorities, type Relation, type RelationCheck } from '../../types.ts';
import { caseHref, casesHref, textsCount, textsHref } from '../links.ts';
import { findTeam, teamName } from '../team.ts';
import { categorySatisfaction, gradeOf } from './satisfaction.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Rows that several pages show. */

const unclosed: CaseState[] = ['open', 'accepted', 'answered'];
const everyState: CaseState[] = [...unclosed, 'closed'];
/** An answered case keeps nobody waiting. */
const waiting: CaseState[] = ['open', 'accepted'];

/** @param filter what the tallies count; `texts` is how many texts that is in all. */
export function topicRow(
  tally: CategoryTally,
  {
    filter,
    texts,
    grades,
    link,
    trend = [],
  }: {
    filter: TextFilter;
    texts: number;
    grades: IntakePipeline['grades'];
    link: Vocabulary['link'];
    trend?: number[];
  },
): TopicRow {
  const within = { ...filter, categories: [tally.category] };
  return {
    category: link(tally.category),
    texts: textsCount(tally.documents, within),
    share: texts > 0 ? tally.documents / texts : 0,
    satisfaction: categorySatisfaction(tally, within, grades),
    trend,
  };
}

/** @param within what the run looked at. @param checksOf what became of a relation within coded fields. */
export function relationRow(
  relation: Relation,
  {
    vocabulary,
    grades,
    within,
    checksOf = () => [],
    steadinessOf = () => null,
  }: {
    vocabulary: Vocabulary;
    grades: IntakePipeline['grades'];
    within: Partial<TextFilter>;
    checksOf?: (relation: Relation) => RelationCheck[];
    steadinessOf?: (relation: Relation) => RelationRow['steadiness'];
  },
): RelationRow {
  const { antecedent, consequent, expected, lift, lower, upper, p, q, sentiment } = relation;
  const texts = (count: number, categories: string[]) => textsCount(count, { ...within, categories });
  return {
    antecedent: vocabulary.link(antecedent),
    consequent: vocabulary.link(consequent),
    antecedentTexts: texts(relation.antecedentCount, [antecedent]),
    consequentTexts: texts(relation.consequentCount, [consequent]),
    observed: texts(relation.observed, [antecedent, consequent]),
    ...{ expected, lift, lower, upper, p, q, sentiment },
    grade: gradeOf(sentiment, grades),
    checks: checksOf(relation).map(({ antecedent: _, consequent: __, p: ___, ...check }) => check),
    steadiness: steadinessOf(relation),
  };
}

/** Each team of the routing and any other that still has cases, in the routing's order. */
export function departmentRows(
  tallies: readonly CaseTally[],
  { routing, filter, asOf }: { routing: Routing; filter: TextFilter; asOf: Date },
): DepartmentRow[] {
  const teams = new Set([...Object.keys(routing.teams), ...tallies.map((tally) => tally.team)]);
  return [...teams].map((team) =>
    departmentRow(
      tallies.filter((tally) => tally.team === team),
      { team, routing, filter, asOf },
    ),
  );
}

/** Sums the tallies up as one row; `team` is null for all departments together. */
export function departmentRow(
  tallies: readonly CaseTally[],
  { team, routing, filter, asOf }: { team: string | null; routing: Routing; filter: TextFilter; asOf: Date },
): DepartmentRow {
  const listing = (narrower: Partial<TextFilter>) =>
    team === null ? textsHref({ ...filter, ...narrower }) : casesHref(team, { ...filter, ...narrower });
  const count = (cases: number, narrower: Partial<TextFilter>) => ({ count: cases, href: listing(narrower) });
  const sum = (states: CaseState[], field: 'cases' | 'overdue' = 'cases') =>
    tallies.filter((tally) => states.includes(tally.state)).reduce((total, tally) => total + tally[field], 0);
  const ofPriority = (priority: string) =>
    tallies
      .filter((tally) => tally.priority === priority && tally.state !== 'closed')
      .reduce((total, tally) => total + tally.cases, 0);
  const known = team === null ? { name: 'All departments', owns: '' } : findTeam(routing, team);
  return {
    team: team ?? '',
    name: known?.name ?? team ?? '',
    owns: known?.owns ?? '',
    href: team === null ? '/departments' : casesHref(team, {}),
    priorities: Object.fromEntries(
      priorities.map((priority) => [
        priority,
        count(ofPriority(priority), { priorities: [priority], caseStates: unclosed }),
      ]),
    ),
    open: count(sum(['open']), { caseStates: ['open'] }),
    accepted: count(sum(['accepted']), { caseStates: ['accepted'] }),
    overdue: count(sum(waiting, 'overdue'), { overdueAt: asOf }),
    answered: count(sum(['answered']), { caseStates: ['answered'] }),
    closed: count(sum(['closed']), { caseStates: ['closed'] }),
    cases: count(sum(everyState), { caseStates: everyState }),
  };
}

export function caseRow(found: Case, routing: Routing, asOf: Date): CaseRow {
  return {
    id: found.id,
    href: caseHref(found.id),
    team: found.team,
    teamName: teamName(routing, found.team),
    priority: found.priority,
    state: found.state,
    dueAt: found.dueAt.toISOString(),
    overdue: waiting.includes(found.state) && found.dueAt < asOf,
    openedAt: found.openedAt.toISOString(),
    by: found.by,
    because: found.because,
    score: found.score,
  };
}

const kinds: Record<Channel, string> = { email: 'Email', call: 'Call', survey: 'Survey answer' };

/** What a text is called: its subject, or what it is and from whom. */
export function titleOf(text: {
  id: number;
  channel: Channel;
  subject: string | null;
  customerId: string | null;
}): string {
  const subject = text.subject?.trim();
  return subject || `${kinds[text.channel]} ${text.customerId === null ? text.id : `from ${text.customerId}`}`;
}

/** What tells a text from others of the same customer: its subject, or its first words. */
export function openingOf(text: { subject: string | null; text: string }): string {
  const subject = text.subject?.trim();
  if (subject) return subject;
  const opening = text.text.trim().split(/\s+/u).join(' ');
  return opening.length <= 70 ? opening || 'Without words' : `${opening.slice(0, 70).replace(/\s\S*$/u, '')} …`;
}
