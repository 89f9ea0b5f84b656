import { formatCount, formatExpected, formatScore } from '../../dashboards/format.ts';
import { causeNames } from '../../dashboards/parts/report/causes.ts';
import type { Report, ReportDifference } from '../../dashboards/views/report.ts';

/** So many of the largest changes are told in a terminal; the files have all. */
const mostChanges = 5;
/** And so many drivers. */
const mostDrivers = 5;

/** The report in words, for a terminal and for mails that show no HTML. */
export function describeReport(report: Report): string {
  const { day, volume, movers, newRelations, lostRelations, overdue, before, changed, check } = report;
  const lines = [
    `Report    ${day}: ${volume.day.count} texts, ${volume.week.count} in the week up to it, ${volume.weekBefore.count} in the week before`,
    `Moved     ${movers.length === 0 ? 'nothing beyond chance' : ''}`,
    ...movers.map(
      ({ category, days, observed, expected, indicator }) =>
        `          ${indicator > 0 ? 'up  ' : 'down'}  ${category.fullName}: ${observed.count} in the ${days === 1 ? 'day' : 'week'}, ${formatExpected(expected)} expected`,
    ),
    before === null
      ? 'Relations no night before to compare with'
      : `Relations ${newRelations.length} new since ${before}, ${lostRelations.length} no longer found`,
    ...newRelations.map(({ antecedent, consequent }) => `          ${antecedent.fullName} with ${consequent.fullName}`),
    ...describeFound(report),
    ...(report.differences.length === 0 ? [] : [`Changes   since ${before}`]),
    ...report.differences.slice(0, mostChanges + 1).map(describeDifference),
    `Overdue   ${overdue.map(({ name, cases }) => `${name} ${cases.count}`).join(', ') || 'no case'}`,
    `Checked   ${formatCount(check.checked)} numbers checked, ${check.differ} differ`,
    ...check.discrepancies.map(
      ({ says, told, counted }) => `          ${says}: told ${told}, counted again ${counted}`,
    ),
    changed.length > 0 && `Changed   ${changed.join(', ')}: differences may be due to that`,
  ];
  return lines.filter((line) => line !== false).join('\n');
}

function describeFound({ newTopics, newNames, drivers }: Report): string[] {
  const topics = newTopics.map(({ name, texts }) => `${name} (${texts.count})`);
  const names = newNames.map(({ name, texts }) => `${name} (${texts.count})`);
  return [
    `Topics    ${topics.join(', ') || 'no new one outside the vocabulary'}`,
    `Names     ${names.join(', ') || 'no new one'}`,
    `Drivers   ${drivers.length === 0 ? 'nothing beyond chance' : ''}`,
    ...drivers
      .slice(0, mostDrivers)
      .map(({ name, texts, effect }) => `          ${name}: ${formatScore(effect)} in ${texts.count} texts`),
  ];
}

function describeDifference({ category, before, now, causes }: ReportDifference): string {
  const why = causes.map(({ cause, added, removed }) => {
    const parts = [added.count > 0 && `+${added.count}`, removed.count > 0 && `−${removed.count}`];
    return `${causeNames[cause].name.toLowerCase()} ${parts.filter((part) => part !== false).join(' ')}`;
  });
  return `          ${category?.fullName ?? 'All texts'}: ${before.count} → ${now.count} (${why.join(', ')})`;
}
