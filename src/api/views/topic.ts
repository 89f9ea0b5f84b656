import type { Topic, Voice } from '../../../dashboards/views/topics.ts';
import type { Queryable } from '../../store/database.ts';
import { runFindings } from '../../store/findings/run-findings.ts';
import { attributeTallies } from '../../store/read/attribute-tallies.ts';
import { categoryTallies } from '../../store/read/category-tallies.ts';
import { dayTallies } from '../../store/read/day-tallies.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { runChecks } from '../../store/read/run-checks.ts';
import { runRelations } from '../../store/read/run-relations.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { textMentions } from '../../store/read/text-mentions.ts';
import { voices } from '../../store/read/voices.ts';
import { runWindow, textHref, textsCount, topicHref } from '../links.ts';
import { type PeriodQuery, readPeriod } from '../period-query.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { changeRow } from './change-rows.ts';
import { groupBy } from './group-by.ts';
import { sumUp } from './overview.ts';
import { relationRow, topicRow } from './rows.ts';
import { categorySatisfaction, gradeOf, textSatisfaction } from './satisfaction.ts';
import { snippetOf } from './snippet.ts';
import { timelineOf } from './timeline.ts';
import { noTexts } from './topics.ts';
import { readTrends } from './trends.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const mostRelated = 8;
const mostValues = 12;
const mostVoices = 8;

/** One category. @throws UserError where neither the vocabulary nor any text knows it. */
export function topicView(services: Services, id: string, query: PeriodQuery): Promise<Topic> {
  const { period, filter } = readPeriod(query, topicHref(id));
  const vocabulary = createVocabulary(services.taxonomy);
  return readSnapshot(services.database, async (tx, through) => {
    const category = vocabulary.find(id);
    const within: TextFilter = { ...filter, categories: [id], through };
    const all = await dayTallies(tx, filter, null);
    const days = await dayTallies(tx, filter, id);
    if (!category && days.length === 0) {
      throw notFound(`topic "${id}"`, 'The page "Topics" lists all that there are.');
    }
    const sum = sumUp(days);
    const texts = sumUp(all).documents;
    return {
      through,
      period,
      category: vocabulary.link(id),
      facet: category?.facet ?? 'topic',
      parent: category?.parent ? vocabulary.link(category.parent) : null,
      definition: category?.definition ?? 'A category of an earlier vocabulary; new texts are not searched for it.',
      cues: category?.cues ?? [],
      not: category?.not ?? [],
      texts: textsCount(sum.documents, within),
      share: texts > 0 ? sum.documents / texts : 0,
      satisfaction: categorySatisfaction(sum, within, services.grades),
      timeline: timelineOf(days, within),
      changes: await readChanges(tx, services, id),
      below: await readBelow(tx, services, { vocabulary, id, filter, through, texts }),
      related: await readRelated(tx, services, vocabulary, id),
      attributes: await readAttributes(tx, services, within, sum.documents),
      positive: await readVoices(tx, services, within, { id, vocabulary, side: 'positive' }),
      negative: await readVoices(tx, services, within, { id, vocabulary, side: 'negative' }),
    };
  });
}

async function readChanges(tx: Queryable, services: Services, id: string): Promise<Topic['changes']> {
  const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
  const changes = run ? await runFindings(tx, run, 'changes') : [];
  return changes.flatMap((change) => (run && change.category === id ? [changeRow(change, services, run)] : []));
}

async function readBelow(
  tx: Queryable,
  { grades }: Services,
  context: { vocabulary: Vocabulary; id: string; filter: TextFilter; through: number; texts: number },
): Promise<Topic['below']> {
  const { vocabulary, id, filter, through, texts } = context;
  const children = vocabulary.childrenOf(id);
  if (children.length === 0) return [];
  const tallies = new Map((await categoryTallies(tx, filter)).map((tally) => [tally.category, tally]));
  const trends = await readTrends(tx, filter, await dayTallies(tx, filter, null));
  return children
    .map((child) =>
      topicRow(tallies.get(child.id) ?? noTexts(child.id), {
        ...{ filter: { ...filter, through }, texts, grades, link: vocabulary.link },
        trend: trends.of(child.id),
      }),
    )
    .sort((a, b) => b.texts.count - a.texts.count);
}

async function readRelated(
  tx: Queryable,
  { grades }: Services,
  vocabulary: Vocabulary,
  id: string,
): Promise<Topic['related']> {
  const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
  if (!run) return [];
  const checksOf = await runChecks(tx, run);
  const relations = await runRelations(tx, run, { category: id, limit: mostRelated });
  return relations
    .filter(({ lower }) => lower > 1)
    .map((relation) => relationRow(relation, { vocabulary, grades, within: runWindow(run), checksOf }));
}

async function readAttributes(
  tx: Queryable,
  { grades }: Services,
  within: TextFilter,
  documents: number,
): Promise<Topic['attributes']> {
  const tallies = await attributeTallies(tx, within, mostValues);
  return [...groupBy(tallies, (tally) => tally.name)].map(([name, values]) => ({
    name,
    values: values[0]?.values ?? 0,
    rows: values.map((tally) => {
      const filter: TextFilter = { ...within, attributes: [[name, tally.value]] };
      return {
        value: tally.value,
        texts: textsCount(tally.documents, filter),
        share: tally.documents / documents,
        satisfaction: textSatisfaction(tally, filter, grades),
      };
    }),
  }));
}

/** The sentences of the texts that feel most strongly about the category, its words marked. */
async function readVoices(
  tx: Queryable,
  { grades }: Services,
  within: TextFilter,
  { id, vocabulary, side }: { id: string; vocabulary: Vocabulary; side: 'positive' | 'negative' },
): Promise<Voice[]> {
  const found = await voices(tx, within, id, { side, limit: mostVoices });
  const mentions = groupBy(
    await textMentions(
      tx,
      found.map((voice) => voice.id),
    ),
    (mention) => mention.documentId,
  );
  return found.map((voice) => {
    const evidence = (mentions.get(voice.id) ?? [])
      .filter((mention) => mention.polarity === 'affirmed' && vocabulary.covers(id, mention.category))
      // What it says most strongly stands for it.
      .sort((a, b) => (side === 'positive' ? b.sentiment - a.sentiment : a.sentiment - b.sentiment))
      .map((mention) => ({ ...mention, category: id }));
    return {
      href: textHref(voice.id, [id]),
      channel: voice.channel,
      receivedAt: voice.receivedAt.toISOString(),
      sentiment: voice.sentiment,
      grade: gradeOf(voice.sentiment, grades),
      parts: snippetOf(voice, evidence, ''),
    };
  });
}
