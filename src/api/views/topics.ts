import type { TopicRow } from '../../../dashboards/views/shared.ts';
import type { Topics } from '../../../dashboards/views/topics.ts';
import { type CategoryTally, categoryTallies } from '../../store/read/category-tallies.ts';
import { dayTallies } from '../../store/read/day-tallies.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { facets } from '../../types.ts';
import { textsCount } from '../links.ts';
import { type PeriodQuery, readPeriod } from '../period-query.ts';
import type { Services } from '../services.ts';
import { sumUp } from './overview.ts';
import { topicRow } from './rows.ts';
import { readTrends } from './trends.ts';
import { createVocabulary } from './vocabulary.ts';

/** The whole vocabulary with its texts: facets, the categories of each, and those below them; the largest first. */
export function topicsView(services: Services, query: PeriodQuery): Promise<Topics> {
  const { period, filter } = readPeriod(query, '/topics');
  const vocabulary = createVocabulary(services.taxonomy);
  return readSnapshot(services.database, async (tx, through) => {
    const within = { ...filter, through };
    const days = await dayTallies(tx, filter, null);
    const texts = sumUp(days).documents;
    const tallies = new Map((await categoryTallies(tx, filter)).map((tally) => [tally.category, tally]));
    const { of, ...trend } = await readTrends(tx, filter, days);
    const row = (id: string): TopicRow =>
      topicRow(tallies.get(id) ?? noTexts(id), {
        ...{ filter: within, texts, grades: services.grades, link: vocabulary.link },
        trend: of(id),
      });
    return {
      through,
      period,
      trend,
      texts: textsCount(texts, within),
      facets: facets
        .map((facet) => ({
          facet,
          topics: vocabulary.categories
            .filter((category) => category.facet === facet && category.parent === null)
            .map(({ id }) => ({
              topic: row(id),
              below: vocabulary
                .childrenOf(id)
                .map((child) => row(child.id))
                .sort(largestFirst),
            }))
            .sort((a, b) => largestFirst(a.topic, b.topic)),
        }))
        .filter(({ topics }) => topics.length > 0),
      retired: [...tallies.keys()].filter((id) => !vocabulary.find(id)).map(row),
    };
  });
}

export function noTexts(category: string): CategoryTally {
  return { category, documents: 0, negative: 0, positive: 0, sentiment: 0 };
}

function largestFirst(a: TopicRow, b: TopicRow): number {
  return b.texts.count - a.texts.count || a.category.name.localeCompare(b.category.name);
}
