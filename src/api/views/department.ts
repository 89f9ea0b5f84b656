import { type Static, Type } from '@sinclair/typebox';
import type { Department, ListedCase as ListedCaseView } from '../../../dashboards/views/departments.ts';
import { caseTallies } from '../../store/read/case-tallies.ts';
import { everyText, type TextFilter } from '../../store/read/filter.ts';
import { countCases, type ListedCase, listCases } from '../../store/read/list-cases.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { FilterQuery, readFilter } from '../filter-query.ts';
import { casesHref } from '../links.ts';
import type { Services } from '../services.ts';
import { findTeam } from '../team.ts';
import { notFound } from '../user-error.ts';
import { conditionsOf } from './conditions.ts';
import { caseRow, departmentRow, titleOf } from './rows.ts';
import { excerpt } from './snippet.ts';
import { createVocabulary } from './vocabulary.ts';

export const DepartmentQuery = Type.Composite(
  [FilterQuery, Type.Object({ after: Type.Optional(Type.Integer({ description: 'Id of the last case of a page' })) })],
  { additionalProperties: false },
);
export type DepartmentQuery = Static<typeof DepartmentQuery>;

const pageCases = 50;

/**
 * The cases of one department that fit a filter; its unclosed ones where the filter says nothing of state or due time.
 * @throws UserError where neither the routing nor any case knows the department.
 */
export function departmentView(services: Services, team: string, query: DepartmentQuery): Promise<Department> {
  const { database, routing, taxonomy } = services;
  const { after, ...asked } = query;
  const chosen = { ...readFilter(asked), teams: [team] };
  const asOf = services.now();
  return readSnapshot(database, async (tx, through) => {
    const filter = { ...unclosedByDefault(chosen), through: chosen.through ?? through };
    const all = { ...everyText, teams: [team], through: filter.through };
    const tallies = await caseTallies(tx, all, asOf);
    const known = findTeam(routing, team);
    if (!known && tallies.length === 0) {
      throw notFound(`department "${team}"`, 'The page "Departments" lists all that there are.');
    }
    const hrefOf = (narrower: TextFilter) => casesHref(team, narrower);
    const cases = await listCases(tx, filter, { after: after ?? null, limit: pageCases + 1 });
    const last = cases[pageCases - 1];
    return {
      through: filter.through,
      asOf: asOf.toISOString(),
      team,
      name: known?.name ?? team,
      owns: known?.owns ?? '',
      row: departmentRow(tallies, { team, routing, filter: { ...all, teams: [] }, asOf }),
      conditions: conditionsOf({ ...chosen, teams: [] }, { vocabulary: createVocabulary(taxonomy), routing }, hrefOf),
      found: await countCases(tx, filter),
      cases: cases.slice(0, pageCases).map((found) => listedCase(found, services, asOf)),
      next:
        cases.length > pageCases && last ? pageAfter(hrefOf({ ...chosen, through: filter.through }), last.id) : null,
    };
  });
}

function unclosedByDefault(filter: TextFilter): TextFilter {
  const saysState = filter.caseStates.length > 0 || filter.overdueAt !== null;
  return saysState ? filter : { ...filter, caseStates: ['open', 'accepted', 'answered'] };
}

function pageAfter(href: string, id: number): string {
  return `${href}${href.includes('?') ? '&' : '?'}after=${id}`;
}

function listedCase(found: ListedCase, { routing }: Services, asOf: Date): ListedCaseView {
  const sentence = found.textSentences[found.sentences[0] ?? 0] ?? { start: 0, end: found.text.length };
  return {
    case: caseRow(found, routing, asOf),
    title: titleOf({ ...found, id: found.documentId }),
    channel: found.channel,
    receivedAt: found.receivedAt.toISOString(),
    customer: found.customerId,
    grade: found.grade,
    evidence: excerpt(found.text, sentence, []),
  };
}
