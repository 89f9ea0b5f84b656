import type { Customer, CustomerChain } from '../../../dashboards/views/customer.ts';
import type { Queryable } from '../../store/database.ts';
import { countTexts } from '../../store/read/count-texts.ts';
import { type CustomerText, customerTexts } from '../../store/read/customer-texts.ts';
import { everyText } from '../../store/read/filter.ts';
import { listCases } from '../../store/read/list-cases.ts';
import { listRuns } from '../../store/read/list-runs.ts';
import { runSequences } from '../../store/read/run-sequences.ts';
import { readSnapshot } from '../../store/read/snapshot.ts';
import type { FoundSequence } from '../../types.ts';
import { textHref, textsCount } from '../links.ts';
import type { Services } from '../services.ts';
import { notFound } from '../user-error.ts';
import { caseRow, openingOf } from './rows.ts';
import { daysBetween } from './timeline.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

const mostTexts = 200;
const mostSequences = 200;

/**
 * What a customer said through time: topics, feelings, cases, and the sequences of the latest night that it shows.
 * @throws UserError where no text is the customer's.
 */
export function customerView({ database, taxonomy, routing, now }: Services, customer: string): Promise<Customer> {
  const vocabulary = createVocabulary(taxonomy);
  const asOf = now();
  return readSnapshot(database, async (tx, through) => {
    const texts = await customerTexts(tx, customer, mostTexts);
    if (texts.length === 0) throw notFound(`customer "${customer}"`, 'A text names its customer; look there.');
    const filter = { ...everyText, customer, through };
    const cases = await listCases(tx, filter, { after: null, limit: mostTexts });
    const caseOf = new Map(cases.map((found) => [found.documentId, caseRow(found, routing, asOf)]));
    return {
      customer,
      texts: textsCount(await countTexts(tx, filter), filter),
      steps: texts.map(({ id, channel, receivedAt, subject, opening, grade, understood, categories }) => ({
        ...{ id, channel, grade, understood, href: textHref(id), title: openingOf({ subject, text: opening }) },
        receivedAt: receivedAt.toISOString(),
        categories: categories
          .filter((category) => !vocabulary.childrenOf(category).some((child) => categories.includes(child.id)))
          .map(vocabulary.link),
        case: caseOf.get(id) ?? null,
      })),
      chains: await readChains(tx, texts, vocabulary),
    };
  });
}

/** The sequences beyond chance that these texts show, each once: by its first showing. */
async function readChains(tx: Queryable, texts: CustomerText[], { link }: Vocabulary): Promise<CustomerChain[]> {
  const [run] = await listRuns(tx, { limit: 1, onlyEnded: true });
  const found = run ? await runSequences(tx, run, mostSequences) : [];
  return found.flatMap((sequence) => {
    const shown = run && sequence.q <= run.falseDiscoveries ? showing(sequence, texts) : null;
    if (!shown) return [];
    const { first, then, customers, expected, q } = sequence;
    const place = (text: CustomerText, category: string) => ({ href: textHref(text.id, [category]), day: dayOf(text) });
    return [
      {
        ...{ first: link(first), then: link(then), customers, expected, q },
        firstText: place(shown.first, first),
        thenText: place(shown.then, then),
        days: daysBetween(dayOf(shown.first), dayOf(shown.then)),
      },
    ];
  });
}

const dayOf = ({ receivedAt }: CustomerText): string => receivedAt.toISOString().slice(0, 10);

function showing(
  { first, then, withinDays }: FoundSequence,
  texts: readonly CustomerText[],
): { first: CustomerText; then: CustomerText } | null {
  for (const one of texts.filter(({ categories }) => categories.includes(first))) {
    const other = texts.find((text) => {
      const days = daysBetween(dayOf(one), dayOf(text));
      return days > 0 && days <= withinDays && text.categories.includes(then);
    });
    if (other) return { first: one, then: other };
  }
  return null;
}
