import type { TextView } from '../../../dashboards/views/texts.ts';
import { textCorrections } from '../../store/corrections/text-corrections.ts';
import type { Queryable } from '../../store/database.ts';
import { countTexts } from '../../store/read/count-texts.ts';
import { customerTexts } from '../../store/read/customer-texts.ts';
import { everyText } from '../../store/read/filter.ts';
import { findCaseOfText } from '../../store/read/find-case.ts';
import { type FoundText, findText, textCategories } from '../../store/read/find-text.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import { textMentions } from '../../store/read/text-mentions.ts';
import { textHref, textsCount, textsHref } from '../links.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { caseRow, openingOf, titleOf } from './rows.ts';
import { evidenceOf } from './text-evidence.ts';
import { turnsOf } from './turns.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const mostHistory = 50;

/**
 * One text with its evidence. @param asked categories whose evidence is marked at first; all of them where it is empty.
 * @throws UserError where there is no such text.
 */
export function textView(
  { database, taxonomy, routing, now }: Services,
  id: number,
  asked: string[],
): Promise<TextView> {
  const vocabulary = createVocabulary(taxonomy);
  const asOf = now();
  return readSnapshot(database, async (tx, through) => {
    const text = await findText(tx, id);
    if (!text) throw notFound(`text ${id}`, 'The page "Texts" lists all that there are.');
    const mentions = await textMentions(tx, [id]);
    const corrections = await textCorrections(tx, [id]);
    const found = await findCaseOfText(tx, id);
    const { channel, source, language, subject, sentiment, grade, understood, versions } = text;
    return {
      ...{ id, channel, source, language, subject, sentiment, grade, understood, versions },
      masked: false,
      title: titleOf(text),
      receivedAt: text.receivedAt.toISOString(),
      customer: text.customerId,
      attributes: Object.entries(text.attributes).map(([name, value]) => ({
        name,
        value,
        texts: textsHref({ attributes: [[name, value]] }),
      })),
      turns: turnsOf(
        text,
        mentions.filter((mention) => mention.polarity === 'affirmed'),
      ),
      ...evidenceOf({ text, mentions, corrections, vocabulary }, await textCategories(tx, id), asked),
      case: found ? caseRow(found, routing, asOf) : null,
      ...(await readHistory(tx, text, vocabulary, through)),
    };
  });
}

async function readHistory(
  tx: Queryable,
  text: FoundText,
  vocabulary: Vocabulary,
  through: number,
): Promise<Pick<TextView, 'history' | 'historyTexts'>> {
  if (text.customerId === null) return { history: [], historyTexts: null };
  const filter = { ...everyText, customer: text.customerId, through };
  const texts = await customerTexts(tx, text.customerId, mostHistory);
  return {
    historyTexts: textsCount(await countTexts(tx, filter), filter),
    history: texts.map(({ id, channel, receivedAt, subject, opening, grade, understood, categories }) => ({
      ...{ id, channel, grade, understood },
      href: textHref(id),
      title: openingOf({ subject, text: opening }),
      receivedAt: receivedAt.toISOString(),
      categories: categories
        .filter((category) => vocabulary.childrenOf(category).length === 0)
        .map((category) => vocabulary.name(category)),
    })),
  };
}
