import { type Static, Type } from '@sinclair/typebox';
import type { ListedText as ListedTextView, Texts } from '../../../dashboards/views/texts.ts';
import type { TextFilter } from '../../store/read/filter.ts';
import { type ListedText, listTexts, mostFoundByWords } from '../../store/read/list-texts.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { type StoredMention, textMentions } from '../../store/read/text-mentions.ts';
import { FilterQuery, filterParameters, readFilter } from '../filter-query.ts';
import { caseHref, textHref, textsHref } from '../links.ts';
import type { Services } from '../services.ts';
import { teamName } from '../team.ts';
import { conditionsOf } from './conditions.ts';
import { groupBy } from './group-by.ts';
import { titleOf } from './rows.ts';
import { type Evidence, snippetOf } from './snippet.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

export const TextsQuery = Type.Composite(
  [FilterQuery, Type.Object({ after: Type.Optional(Type.Integer({ description: 'Id of the last text of a page' })) })],
  { additionalProperties: false },
);
export type TextsQuery = Static<typeof TextsQuery>;

const pageTexts = 50;

/** The texts that a filter means, the newest day first, 50 a page. */
export function textsView(services: Services, { after, ...asked }: TextsQuery): Promise<Texts> {
  const filter = readFilter(asked);
  const vocabulary = createVocabulary(services.taxonomy);
  return readSnapshot(services.database, async (tx, newest) => {
    const through = filter.through ?? newest;
    const counted = { ...filter, through };
    const { found, texts } = await listTexts(tx, counted, { after: after ?? null, limit: pageTexts + 1 });
    const page = texts.slice(0, pageTexts);
    const mentions = groupBy(
      await textMentions(
        tx,
        page.map((text) => text.id),
      ),
      (mention) => mention.documentId,
    );
    const last = page.at(-1);
    return {
      through,
      conditions: conditionsOf(filter, { vocabulary, routing: services.routing }, textsHref),
      asked: filter.categories.map(vocabulary.link),
      found,
      orMore: filter.words !== '' && found >= mostFoundByWords,
      texts: page.map((text) => listedText(text, mentions.get(text.id) ?? [], { filter, vocabulary, services })),
      next: texts.length > pageTexts && last ? `${textsHref(counted)}&after=${last.id}` : null,
      first: after === undefined ? null : textsHref(counted),
      form: formOf(filter),
      categories: vocabulary.byFacet(),
      teams: Object.entries(services.routing.teams).map(([team, { name }]) => ({ team, name })),
    };
  });
}

function listedText(
  text: ListedText,
  mentions: StoredMention[],
  { filter, vocabulary, services }: { filter: TextFilter; vocabulary: Vocabulary; services: Services },
): ListedTextView {
  const { id, channel, receivedAt, language, sentiment, grade, understood, caseId, caseTeam, caseState } = text;
  return {
    ...{ id, channel, language, sentiment, grade, understood },
    href: textHref(id, filter.categories),
    title: titleOf(text),
    receivedAt: receivedAt.toISOString(),
    customer: text.customerId,
    snippet: snippetOf(text, evidenceFor(filter, mentions, vocabulary), filter.words),
    case:
      caseId !== null && caseTeam !== null && caseState !== null
        ? {
            href: caseHref(caseId),
            teamName: teamName(services.routing, caseTeam),
            state: caseState,
          }
        : null,
  };
}

/** The affirmed evidence for the categories of the filter, each under the category that was asked for. */
function evidenceFor(filter: TextFilter, mentions: StoredMention[], vocabulary: Vocabulary): Evidence[] {
  return mentions
    .filter((mention) => mention.polarity === 'affirmed')
    .flatMap((mention) =>
      filter.categories
        .filter((asked) => vocabulary.covers(asked, mention.category))
        .map((category) => ({ ...mention, category })),
    );
}

/** What the form shows; whatever it has no field for, or more than one of, travels on as it is. */
function formOf(filter: TextFilter): Texts['form'] {
  const fields = ['q', 'category', 'channel', 'grade', 'team', 'state', 'from', 'to'];
  const left = new Map(fields.map((name) => [name, '']));
  const kept: Texts['form']['kept'] = [];
  for (const [name, value] of filterParameters({ ...filter, through: null })) {
    if (left.get(name) === '') left.set(name, value);
    else kept.push({ name, value });
  }
  const field = (name: string) => left.get(name) ?? '';
  return {
    words: field('q'),
    ...{ category: field('category'), channel: field('channel'), grade: field('grade'), team: field('team') },
    ...{ state: field('state'), from: field('from'), to: field('to'), kept },
  };
}
