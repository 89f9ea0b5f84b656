import {
  channelNames,
  facetNames,
  formatCount,
  formatDay,
  formatLanguage,
  formatMoment,
  gradeName,
  priorityNames,
  stateNames,
} from '../../../dashboards/format.ts';
import type { Routing } from '../../pipeline.ts';
import type { Relabelled, TextFilter } from '../../store/read/filter.ts';
import { teamName } from '../team.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a list keeps to, in words, each with the address of the list without it. */
export interface Condition {
  label: string;
  without: string;
}

/** Says every condition of a filter. @param hrefOf writes the address of the list for a filter. */
export function conditionsOf(
  filter: TextFilter,
  names: { vocabulary: Vocabulary; routing: Routing },
  hrefOf: (filter: TextFilter) => string,
): Condition[] {
  const found: Condition[] = [];
  const say = (label: string, without: Partial<TextFilter>) =>
    found.push({ label, without: hrefOf({ ...filter, ...without }) });
  for (const id of filter.categories) {
    const left = filter.categories.filter((other) => other !== id);
    say(`About ${names.vocabulary.link(id).fullName}`, {
      categories: left,
      ...(left.length === 0 && { categoryGrades: [] }),
    });
  }
  if (filter.categoryGrades.length > 0) {
    say(`Feels ${listed(filter.categoryGrades.map(gradeName))} about it`, { categoryGrades: [] });
  }
  if (filter.facets.length > 0) say(`Names ${listed(filter.facets.map((f) => facetNames[f]))}`, { facets: [] });
  if (filter.grades.length > 0) say(`Text is ${listed(filter.grades.map(gradeName))}`, { grades: [] });
  if (filter.words) say(`Holds “${filter.words}”`, { words: '' });
  if (filter.channels.length > 0) say(listed(filter.channels.map((c) => channelNames[c])), { channels: [] });
  if (filter.languages.length > 0) say(`In ${listed(filter.languages.map(formatLanguage))}`, { languages: [] });
  if (filter.understood !== null) {
    say(filter.understood ? 'Language understood' : 'Language not understood', { understood: null });
  }
  sayDays(filter, say);
  if (filter.customer !== null) say(`Customer ${filter.customer}`, { customer: null });
  for (const pair of filter.attributes) {
    say(`${pair[0]}: ${pair[1]}`, { attributes: filter.attributes.filter((other) => other !== pair) });
  }
  if (filter.covered !== null) {
    say(filter.covered ? 'Names something of the vocabulary' : 'Names nothing of the vocabulary', { covered: null });
  }
  if (filter.found !== null) say(`A finding of run ${filter.found.split('/')[0]}`, { found: null });
  for (const name of filter.fields) {
    say(`${name} is known`, { fields: filter.fields.filter((other) => other !== name) });
  }
  for (const range of filter.ranges) {
    const [name, low, high] = range;
    say(`${name}: ${low} to ${high}`, { ranges: filter.ranges.filter((other) => other !== range) });
  }
  sayCase(filter, names.routing, say);
  if (filter.after !== null) say(`Arrived after text ${formatCount(filter.after)}`, { after: null });
  if (filter.labelsAt !== null) say('As labelled then', { labelsAt: null });
  if (filter.relabelled !== null) say(relabelledWords(filter.relabelled, names.vocabulary), { relabelled: null });
  if (filter.through !== null) say(`As counted, up to text ${formatCount(filter.through)}`, { through: null });
  return found;
}

const reasons = {
  relabelled: 'corrected by a person',
  vocabulary: 'read by another vocabulary',
  model: 'read by another model',
};

function relabelledWords({ cause, added, categories }: Relabelled, vocabulary: Vocabulary): string {
  const names = categories.map((id) => (id === '' ? 'Understood' : vocabulary.link(id).fullName)).join(' with ');
  return `${added ? 'Newly' : 'No longer'} ${names}: ${reasons[cause]}`;
}

type Say = (label: string, without: Partial<TextFilter>) => void;

function sayDays({ fromDay, toDay }: TextFilter, say: Say): void {
  if (fromDay !== null && fromDay === toDay) say(`On ${formatDay(fromDay)}`, { fromDay: null, toDay: null });
  else {
    if (fromDay !== null) say(`From ${formatDay(fromDay)}`, { fromDay: null });
    if (toDay !== null) say(`To ${formatDay(toDay)}`, { toDay: null });
  }
}

function sayCase(filter: TextFilter, routing: Routing, say: Say): void {
  if (filter.teams.length > 0) {
    say(`Case of ${listed(filter.teams.map((team) => teamName(routing, team)))}`, { teams: [] });
  }
  if (filter.caseStates.length > 0) {
    say(`Case ${listed(filter.caseStates.map((state) => stateNames[state].toLowerCase()))}`, { caseStates: [] });
  }
  if (filter.priorities.length > 0) {
    say(`Priority ${listed(filter.priorities.map((p) => priorityNames[p].toLowerCase()))}`, { priorities: [] });
  }
  if (filter.overdueAt !== null) {
    say(`Overdue on ${formatMoment(filter.overdueAt.toISOString())}`, { overdueAt: null });
  }
}

function listed(names: string[]): string {
  return names.join(' or ');
}
