import type { Overview } from '../../../dashboards/views/overview.ts';
import type { TopicRow } from '../../../dashboards/views/shared.ts';
import type { Queryable } from '../../store/database.ts';
import { caseTallies } from '../../store/read/case-tallies.ts';
import { categoryTallies } from '../../store/read/category-tallies.ts';
import { type DayTally, dayTallies } from '../../store/read/day-tallies.ts';
import { countUnfinished } from '../../store/read/failures.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { languagesNotUnderstood } from '../../store/read/languages-not-understood.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { runChecks } from '../../store/read/run-checks.ts';
import { runRelations } from '../../store/read/run-relations.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { channels } from '../../types.ts';
import { runWindow, textsCount } from '../links.ts';
import { type PeriodQuery, readPeriod } from '../period-query.ts';
import type { Services } from '../services.ts';
import { departmentRow, departmentRows, relationRow, topicRow } from './rows.ts';
import { textSatisfaction } from './satisfaction.ts';
import { timelineOf } from './timeline.ts';
import { readTrends } from './trends.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const mostTopics = 10;
const mostFindings = 8;

/** Everything at a glance, within days and a channel. */
export function overviewView(services: Services, query: PeriodQuery): Promise<Overview> {
  const { period, filter } = readPeriod(query, '/');
  const asOf = services.now();
  return readSnapshot(services.database, async (tx, through) => {
    const within = { ...filter, through };
    const days = await dayTallies(tx, filter, null);
    const { failed, waiting } = await countUnfinished(tx);
    return {
      through,
      asOf: asOf.toISOString(),
      period,
      inbox: services.inbox,
      waiting,
      keptAside: { count: failed, href: '/failures' },
      ...readTotals(days, within, services),
      timeline: timelineOf(days, within),
      ...(await readTopics(tx, services, { filter, within, days })),
      ...(await readDepartments(tx, services, within, asOf)),
      notUnderstood: (await languagesNotUnderstood(tx, within)).map(({ language, documents }) => ({
        language,
        texts: textsCount(documents, { ...within, understood: false, languages: [language] }),
      })),
      findings: await readFindings(tx, services),
    };
  });
}

function readTotals(
  days: DayTally[],
  within: TextFilter,
  { grades }: Services,
): Pick<Overview, 'texts' | 'satisfaction' | 'channels'> {
  const all = sumUp(days);
  return {
    texts: textsCount(all.documents, within),
    satisfaction: textSatisfaction(all, within, grades),
    channels: (within.channels.length > 0 ? within.channels : channels).map((channel) => {
      const sum = sumUp(days.filter((day) => day.channel === channel));
      const ofChannel = { ...within, channels: [channel] };
      return {
        channel,
        texts: textsCount(sum.documents, ofChannel),
        satisfaction: textSatisfaction(sum, ofChannel, grades),
      };
    }),
  };
}

async function readTopics(
  tx: Queryable,
  { taxonomy, grades }: Services,
  { filter, within, days }: { filter: TextFilter; within: TextFilter; days: DayTally[] },
): Promise<Pick<Overview, 'topics' | 'signals'>> {
  const vocabulary = createVocabulary(taxonomy);
  const tallies = await categoryTallies(tx, filter);
  const trends = await readTrends(tx, filter, days);
  const texts = sumUp(days).documents;
  const rows = (fits: (id: string) => boolean): TopicRow[] =>
    tallies
      .filter(({ category }) => fits(category))
      .slice(0, mostTopics)
      .map((tally) =>
        topicRow(tally, { filter: within, texts, grades, link: vocabulary.link, trend: trends.of(tally.category) }),
      );
  return {
    topics: rows((id) => isSubject(vocabulary, id)),
    signals: rows((id) => vocabulary.facetOf(id) === 'signal' && vocabulary.childrenOf(id).length === 0),
  };
}

/** What texts are about, at the level that says most: nothing that others stand below. */
function isSubject(vocabulary: Vocabulary, id: string): boolean {
  const facet = vocabulary.facetOf(id);
  return facet !== null && facet !== 'signal' && vocabulary.childrenOf(id).length === 0;
}

async function readDepartments(
  tx: Queryable,
  { routing }: Services,
  within: TextFilter,
  asOf: Date,
): Promise<Pick<Overview, 'departments' | 'unclosed' | 'overdue'>> {
  const tallies = await caseTallies(tx, within, asOf);
  const total = departmentRow(tallies, { team: null, routing, filter: within, asOf });
  return {
    departments: departmentRows(tallies, { routing, filter: within, asOf }),
    unclosed: textsCount(total.open.count + total.accepted.count + total.answered.count, {
      ...within,
      caseStates: ['open', 'accepted', 'answered'],
    }),
    overdue: total.overdue,
  };
}

/** The strongest relations of the latest run: those that are more frequent together than chance gives. */
async function readFindings(tx: Queryable, { taxonomy, grades }: Services): Promise<Overview['findings']> {
  const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
  if (!run) return [];
  const vocabulary = createVocabulary(taxonomy);
  const checksOf = await runChecks(tx, run);
  const strongest = (await runRelations(tx, run, { limit: mostFindings })).filter(({ lower }) => lower > 1);
  return strongest.map((relation) => relationRow(relation, { vocabulary, grades, within: runWindow(run), checksOf }));
}

export function sumUp(days: readonly DayTally[]): Omit<DayTally, 'day' | 'channel'> {
  const sum = { documents: 0, understood: 0, negative: 0, positive: 0, sentiment: 0 };
  for (const day of days) {
    sum.documents += day.documents;
    sum.understood += day.understood;
    sum.negative += day.negative;
    sum.positive += day.positive;
    sum.sentiment += day.sentiment;
  }
  return sum;
}
