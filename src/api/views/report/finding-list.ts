import type { Finding, FindingList } from '../../../../dashboards/views/findings.ts';
import type { Database } from '../../../store/database.ts';
import type { TextFilter } from '../../../store/read/filter.ts';
import { findNight } from '../../../store/read/find-night.ts';
import { runRelations } from '../../../store/read/run-relations.ts';
import { runSequences } from '../../../store/read/run-sequences.ts';
import { runDeviations, runTrends } from '../../../store/read/run-trends.ts';
import { readSnapshot } from '../../../store/read/snapshot.ts';
import type { Taxonomy } from '../../../types.ts';
import { writeCsv } from '../../csv.ts';
import { textsHref } from '../../links.ts';
import { addDays } from '../timeline.ts';
import { createVocabulary } from '../vocabulary.ts';
import { countedBy } from './cause-links.ts';

/** Every sequence that a night keeps. */
const allSequences = 1_000_000;

const nothing = { lift: null, lowerBound: null, upperBound: null, indicator: null, sentiment: null };

/** What the night of a day found, for other programs; null where no night was run for it. */
export function findingList(
  { database, taxonomy }: { database: Database; taxonomy: Taxonomy },
  day: string | null,
): Promise<FindingList | null> {
  const vocabulary = createVocabulary(taxonomy);
  const fullName = (id: string) => vocabulary.link(id).fullName;
  return readSnapshot(database, async (tx) => {
    const night = await findNight(tx, day);
    if (!night) return null;
    const texts = (filter: Partial<TextFilter>) => textsHref({ ...countedBy(night), ...filter });
    const window = { from: night.fromDay, to: night.day };
    const one = (id: string) => ({ category: id, name: fullName(id), with: null, withName: null });
    const two = (id: string, other: string) => ({ ...one(id), with: other, withName: fullName(other) });
    const relations = (await runRelations(tx, night)).map((row): Finding => {
      const { antecedent, consequent, lower: lowerBound, upper: upperBound, observed, expected, lift, p, q } = row;
      return {
        ...{ kind: 'relation', ...two(antecedent, consequent), ...window, observed, expected, lift },
        ...{ lowerBound, upperBound, indicator: null, p, q, sentiment: row.sentiment },
        href: texts({ categories: [antecedent, consequent] }),
      };
    });
    const trends = [...(await runTrends(tx, night, 1)), ...(await runTrends(tx, night, 7))].map((row): Finding => {
      const { category, days, day: to, observed, expected, indicator, p, q } = row;
      const from = addDays(to, 1 - days);
      return {
        ...{ kind: 'trend', ...one(category), from, to, observed, expected, ...nothing, indicator, p, q },
        href: texts({ categories: [category], fromDay: from, toDay: to }),
      };
    });
    const deviations = (await runDeviations(tx, night)).map((row): Finding => {
      const { category, fromDay: from, toDay: to, observed, expected, indicator, p, q } = row;
      return {
        ...{ kind: 'deviation', ...one(category), from, to, observed, expected, ...nothing, indicator, p, q },
        href: texts({ categories: [category], fromDay: from, toDay: to }),
      };
    });
    const sequences = (await runSequences(tx, night, allSequences)).map((row): Finding => {
      const { first, then, customers: observed, expected, p, q } = row;
      return { kind: 'sequence', ...two(first, then), ...window, observed, expected, ...nothing, p, q, href: null };
    });
    return {
      ...{ day: night.day, run: night.id, falseDiscoveries: night.falseDiscoveries },
      findings: [...relations, ...trends, ...deviations, ...sequences],
    };
  });
}

const columns = [
  ...['kind', 'category', 'name', 'with', 'withName', 'from', 'to', 'observed', 'expected', 'lift', 'lowerBound'],
  ...['upperBound', 'indicator', 'p', 'q', 'sentiment', 'href'],
] as (keyof Finding)[];

/** The same as one table; the columns are the names of a finding. */
export function findingCsv({ findings }: FindingList): string {
  return writeCsv(
    columns,
    findings.map((finding) => columns.map((column) => finding[column])),
  );
}
