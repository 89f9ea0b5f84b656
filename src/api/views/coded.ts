import { type Static, Type } from '@sinclair/typebox';
import type { Coded } from '../../../dashboards/views/coded.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { CodedRelation } from '../../types/findings.ts';
import { runTexts, runWindow } from '../links.ts';
import type { Services } from '../services.ts';
import { codedRow } from './coded-rows.ts';
import { createVocabulary } from './vocabulary.ts';

export const CodedQuery = Type.Object(
  {
    field: Type.Optional(Type.String({ description: 'Only this field of coded data' })),
    category: Type.Optional(Type.String({ description: 'Only this category' })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);
export type CodedQuery = Static<typeof CodedQuery>;

const pageRows = 50;

/** Which categories go with which coded data, by the latest night: those above chance first, those below last. */
export function codedView(services: Services, query: CodedQuery): Promise<Coded> {
  const { field = null, category = null, page = 1 } = query;
  const vocabulary = createVocabulary(services.taxonomy);
  return readSnapshot(services.database, async (tx) => {
    const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
    const all = run ? await runFindings(tx, run, 'coded') : [];
    const fitting = all.filter((row) => fits(row, query)).toSorted(mostTelling);
    const context = { vocabulary, grades: services.grades, within: run ? runWindow(run) : {} };
    return {
      run: run ? { id: run.id, fromDay: run.fromDay, day: run.day, texts: runTexts(run) } : null,
      ...{ field, category, page },
      fields: [...new Set(all.map((row) => row.field))].sort(),
      categories: [...new Set(all.map((row) => row.category))]
        .map(vocabulary.link)
        .sort((a, b) => a.fullName.localeCompare(b.fullName)),
      skipped: run ? await runFindings(tx, run, 'skippedFields') : [],
      found: fitting.length,
      pages: Math.max(1, Math.ceil(fitting.length / pageRows)),
      rows: fitting.slice((page - 1) * pageRows, page * pageRows).map((row) => codedRow(row, context)),
      base: baseOf(query),
    };
  });
}

const fits = (row: CodedRelation, { field, category }: CodedQuery): boolean =>
  (field === undefined || row.field === field) && (category === undefined || row.category === category);

/** How far from chance the nearer bound is, on either side. */
const distance = ({ lower, upper }: CodedRelation): number => Math.max(lower, upper > 0 ? 1 / upper : 0);
const mostTelling = (one: CodedRelation, other: CodedRelation): number => distance(other) - distance(one);

function baseOf({ field, category }: CodedQuery): string {
  const kept = new URLSearchParams({
    ...(field !== undefined && { field }),
    ...(category !== undefined && { category }),
  }).toString();
  return kept ? `/relations/coded?${kept}&` : '/relations/coded?';
}
