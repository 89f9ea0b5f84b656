import type { Report, ReportRelation } from '../../../../dashboards/views/report.ts';
import type { IntakePipeline, Routing } from '../../../pipeline.ts';
import type { TextFilter } from '../../../store/read/filter.ts';
import type { Discrepancy } from '../../../types/differences.ts';
import type { MorningReport, ReportedRelation } from '../../../types/report.ts';
import type { Taxonomy } from '../../../types.ts';
import { casesHref, textsCount, textsHref } from '../../links.ts';
import { teamName } from '../../team.ts';
import { gradeOf } from '../satisfaction.ts';
import { addDays } from '../timeline.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary.ts';
import { causeRows, countedBy, labelsOf } from './cause-links.ts';
import { foundRows } from './found-rows.ts';

/** What gives a report its names. */
export interface ReportNames {
  taxonomy: Taxonomy;
  routing: Routing;
  grades: IntakePipeline['grades'];
}

/** A report with names in place of ids, and with the list behind each number. */
export function reportView(report: MorningReport, names: ReportNames): Report {
  const { night, day, fromDay, before } = report;
  const vocabulary = createVocabulary(names.taxonomy);
  return {
    ...{ day, fromDay, before, changed: report.changed, asOf: report.asOf },
    previous: neighbour(report.previousDay),
    next: neighbour(report.nextDay),
    texts: textsCount(report.documents, { ...countedBy(night), ...labelsOf([]) }),
    volume: volumeOf(report),
    movers: report.movers.map(({ category, days, day: toDay, observed, ...numbers }) => {
      const between = { fromDay: addDays(toDay, 1 - days), toDay };
      const texts = textsCount(observed, { ...countedBy(night), ...between, categories: [category] });
      return { category: vocabulary.link(category), ...between, days, observed: texts, ...numbers };
    }),
    newRelations: report.newRelations.map((row) => relationOf(row, report, { ...names, vocabulary, side: 'night' })),
    lostRelations: report.lostRelations.map((row) =>
      relationOf(row, report, { ...names, vocabulary, side: 'earlier' }),
    ),
    ...foundRows(report, vocabulary),
    differences: differencesOf(report, vocabulary),
    overdue: report.overdue.map(({ team, cases }) => {
      const href = casesHref(team, { overdueAt: new Date(report.asOf) });
      return { team, name: teamName(names.routing, team), cases: { count: cases, href } };
    }),
    quality: qualityOf(report),
    check: checkOf(report, vocabulary),
    ...{ versions: report.versions, manifest: report.manifest },
  };
}

function neighbour(day: string | null): Report['next'] {
  return day === null ? null : { day, href: `/report/${day}` };
}

function volumeOf({ day, night: { throughId: through }, volume }: MorningReport): Report['volume'] {
  const between = (count: number, from: number, to: number) =>
    textsCount(count, { fromDay: addDays(day, -from), toDay: addDays(day, -to), through });
  return {
    day: between(volume.day, 0, 0),
    week: between(volume.week, 6, 0),
    weekBefore: between(volume.weekBefore, 13, 7),
    byDay: volume.byDay.map(({ day: one, texts }) => ({
      day: one,
      texts: textsCount(texts, { fromDay: one, toDay: one, through }),
    })),
  };
}

function relationOf(
  row: ReportedRelation,
  { night, earlier, pairDifferences }: MorningReport,
  { vocabulary, grades, side }: ReportNames & { vocabulary: Vocabulary; side: 'night' | 'earlier' },
): ReportRelation {
  const { antecedent, consequent, observed, ...numbers } = row;
  const counted = side === 'earlier' && earlier ? earlier : night;
  const change = pairDifferences.find(({ category, other }) => category === antecedent && other === consequent);
  return {
    antecedent: vocabulary.link(antecedent),
    consequent: vocabulary.link(consequent),
    observed: textsCount(observed, { ...countedBy(counted), categories: [antecedent, consequent] }),
    ...{ ...numbers, grade: gradeOf(row.sentiment, grades) },
    causes: change && earlier ? causeRows(change, { night, earlier }) : [],
  };
}

function differencesOf({ differences, night, earlier }: MorningReport, vocabulary: Vocabulary): Report['differences'] {
  if (!earlier) return [];
  return differences.map((one) => ({
    category: one.category === '' ? null : vocabulary.link(one.category),
    before: textsCount(one.before, { ...countedBy(earlier), ...labelsOf([one.category]) }),
    now: textsCount(one.now, { ...countedBy(night), ...labelsOf([one.category]) }),
    difference: one.now - one.before,
    causes: causeRows(one, { night, earlier }),
  }));
}

function qualityOf({ quality, night: { day, fromDay, throughId } }: MorningReport): Report['quality'] {
  const { unread, corrections, spotChecks } = quality;
  const within = { fromDay, toDay: day, through: throughId };
  return { unread: textsCount(unread, { understood: false, ...within }), corrections, spotChecks };
}

const kinds: Record<string, string> = {
  texts: 'Texts',
  relation: 'Texts of a relation',
  trend: 'Texts of a mover',
  deviation: 'Texts of a month',
  difference: 'Causes of the difference',
  tally: 'Tally of the pages',
};

function checkOf({ check, night }: MorningReport, vocabulary: Vocabulary): Report['check'] {
  const says = ({ kind, categories, fromDay, toDay, channel }: Discrepancy['number']) =>
    [
      kinds[kind] ?? kind,
      categories.length > 0 ? categories.map((id) => vocabulary.link(id).fullName).join(' with ') : 'all texts',
      ...(fromDay === undefined ? [] : [fromDay === toDay ? fromDay : `${fromDay} – ${toDay}`]),
      ...(channel === undefined ? [] : [channel]),
    ].join(', ');
  return {
    checked: check.checked,
    differ: check.discrepancies.length,
    discrepancies: check.discrepancies.map(({ number, told, counted }) => ({
      ...{ says: says(number), told, counted },
      href: textsHref(textsOf(number, countedBy(night))),
    })),
  };
}

/** A tally speaks of all texts of its day that the store holds now, whatever a night counted. */
function textsOf(number: Discrepancy['number'], counted: Partial<TextFilter>): Partial<TextFilter> {
  const { kind, categories, fromDay = null, toDay = null, channel } = number;
  if (kind !== 'tally') {
    return { ...counted, ...labelsOf(categories), ...(fromDay !== null && { fromDay, toDay }) };
  }
  return { categories, fromDay, toDay, channels: [channel as 'email'] };
}
