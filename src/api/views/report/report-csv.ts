import type { Report, ReportCause } from '../../../../dashboards/views/report.ts';
import { type Cell, writeCsv } from '../../csv.ts';

/** The columns, the same for every row; what a row has no value for is empty. Only ever added to, at the end. */
export const reportColumns = [
  ...['part', 'day', 'id', 'name', 'with_id', 'with_name', 'from', 'to', 'cause', 'texts', 'expected', 'lower_bound'],
  ...['indicator', 'q', 'sentiment', 'before', 'difference', 'href', 'effect', 'lower', 'upper', 'impact'],
] as const;
type Row = Partial<Record<(typeof reportColumns)[number], Cell>>;

/** A report as one table, a number a row. */
export function reportCsv(report: Report): string {
  const rows: Row[] = [
    ...volumeRows(report),
    ...report.movers.map(({ category, observed, fromDay, toDay, expected, indicator, q }) => ({
      ...{ part: 'mover', id: category.id, name: category.fullName, from: fromDay, to: toDay },
      ...{ texts: observed.count, expected, indicator, q, href: observed.href },
    })),
    ...relationRows('new relation', report.newRelations),
    ...relationRows('lost relation', report.lostRelations),
    ...report.newTopics.map(({ id, name, texts }) => ({
      ...{ part: 'new topic', id, name, texts: texts.count, href: texts.href },
    })),
    ...report.newNames.map(({ name, texts }) => ({ part: 'new name', name, texts: texts.count, href: texts.href })),
    ...report.drivers.map(({ category, name, texts, q, effect, lower, upper, impact }) => ({
      ...{ part: 'driver', id: category?.id ?? '', name, texts: texts.count, href: texts.href },
      ...{ q, effect, lower, upper, impact },
    })),
    ...report.differences.flatMap(({ category, before, now, difference, causes }) => {
      const of = { part: 'difference', id: category?.id ?? '', name: category?.fullName ?? 'All texts' };
      const whole = { ...of, texts: now.count, before: before.count, difference, href: now.href };
      return [whole, ...causes.flatMap((cause) => causeRows(of, cause))];
    }),
    ...report.overdue.map(({ team, name, cases }) => ({
      ...{ part: 'overdue', id: team, name, texts: cases.count, href: cases.href },
    })),
    { part: 'numbers checked', texts: report.check.checked },
    ...report.check.discrepancies.map(({ says, told, counted, href }) => ({
      ...{ part: 'number that differs', name: says, texts: counted, before: told, href },
    })),
  ];
  return writeCsv(
    reportColumns,
    rows.map((row) => reportColumns.map((column) => (column === 'day' ? report.day : (row[column] ?? null)))),
  );
}

function volumeRows({ volume, texts, fromDay, day }: Report): Row[] {
  const { byDay } = volume;
  return [
    {
      part: 'window',
      name: 'Texts',
      ...(fromDay !== null && { from: fromDay }),
      to: day,
      texts: texts.count,
      href: texts.href,
    },
    ...byDay.map(({ day: one, texts: of }) => ({
      ...{ part: 'volume', name: 'Texts', from: one, to: one, texts: of.count, href: of.href },
    })),
  ];
}

function relationRows(part: string, rows: Report['newRelations']): Row[] {
  return rows.flatMap(({ antecedent, consequent, observed, expected, lower, q, sentiment, causes }) => {
    const of = {
      ...{ part, id: antecedent.id, name: antecedent.fullName },
      ...{ with_id: consequent.id, with_name: consequent.fullName },
    };
    const whole = { ...of, texts: observed.count, expected, lower_bound: lower, q, sentiment, href: observed.href };
    return [whole, ...causes.flatMap((cause) => causeRows(of, cause))];
  });
}

/** What a cause added and what it took away, each with its own texts. */
function causeRows(of: Row, { cause, added, removed }: ReportCause): Row[] {
  return [
    { ...of, cause, difference: added.count, href: added.href },
    { ...of, cause, difference: -removed.count, href: removed.href },
  ].filter(({ difference }) => difference !== 0);
}
